package io.cookiegate.html;

import java.util.Arrays;

/**
 * The URLs a style sheet or a style attribute loads: {@code url()}, {@code src()}, {@code @import},
 * the strings of {@code image-set()} and {@code image()}, and those of custom properties, which may end up
 * in one of these by {@code var()}, as ranges of the text (CSS Syntax 3, section
 * 4.3). Comments, strings and malformed url() are told apart; whether a rule applies is not asked.
 * Reusable; allocates only when a text has more URLs than any before.
 */
public final class CssUrls {
  /** What loads the URL. */
  public enum Kind {
    /** An {@code @import} rule, with a string or a url(). */
    IMPORT,
    /** Anything else: an image, a font. */
    URL
  }

  private static final int IMPORT = 1;
  private static final int ESCAPED = 2;
  private static final int NO_FUNCTION = Integer.MAX_VALUE;

  private final CssName name = new CssName();
  private static final int FIRST = 3 * 8;
  private static final int LONGEST_AT_REST = 3 * 64;

  private int[] spans = new int[FIRST];
  private int count;

  private static final byte[] NOTHING = {};

  private byte[] a = NOTHING;
  private int at;
  private int to;
  private boolean importing;

  /** The last position where a token begins whatever follows the text, and no other gives it a meaning. */
  private int calmTo;

  /** Whether a name of a custom property was just read, and whether what is read is its value. */
  private boolean named;

  private boolean custom;

  /** Whether a property was registered, whose initial value may be a URL. */
  private boolean registers;

  private int depth;

  /** The depth of parentheses inside which every string is a URL. */
  private int urlDepth;

  /**
   * Whether a style, in which character references may still stand, surely has no URL: nowhere in it is
   * a parenthesis, an at sign, two dashes, a backslash or an ampersand. Of short texts with a dash that
   * is not known.
   */
  public static boolean surelyHasNone(byte[] array, int from, int end) {
    if (end - from < Long.BYTES) {
      return CssSearch.isPlain(array, from, end);
    }
    long signs = Swar.styleSigns(Swar.read(array, end - Long.BYTES));
    // Windows share a byte, so that two dashes are side by side in one of them.
    for (int i = from; i < end - Long.BYTES; i += Long.BYTES - 1) {
      signs |= Swar.styleSigns(Swar.read(array, i));
    }
    return signs == 0;
  }

  /** Reads a text; its ranges replace those of the text before. */
  public void read(byte[] array, int from, int end) {
    a = array;
    at = from;
    to = end;
    calmTo = from;
    count = 0;
    importing = false;
    named = false;
    custom = false;
    registers = false;
    depth = 0;
    urlDepth = NO_FUNCTION;
    while (at < to) {
      if (passesOthers()) {
        skipOthers();
      }
      if (at < to) {
        token();
      }
    }
    a = NOTHING;
  }

  private void skipOthers() {
    int token = CssSearch.token(a, at, to);
    // A backslash at the end may go on with the name before it.
    if (at + 1 < to || a[at] != '\\') {
      calmTo = token < to ? token : CssSearch.lastBreak(a, at, to);
    }
    at = token;
  }

  /** Whether nothing was read that gives the tokens that follow another meaning. */
  private boolean passesOthers() {
    return !importing && !named && !custom && !registers && urlDepth == NO_FUNCTION;
  }

  private void token() {
    byte b = a[at];
    if (b == '/' && at + 1 < to && a[at + 1] == '*') {
      at = CssSearch.commentEnd(a, at + 2, to);
    } else if (Ascii.isSpace(b)) {
      at++;
    } else if (b == '"' || b == '\'') {
      string();
    } else if (b == '@') {
      at = name.read(a, at + 1, to);
      importing = name.is("import");
      registers |= name.is("property");
    } else if (b == '#' || (b >= '0' && b <= '9')) {
      // What follows is part of a hash or of a dimension: it names no function.
      at = name.read(a, at + 1, to);
      importing = false;
    } else if (CssName.begins(a, at, to)) {
      identifier();
    } else {
      delimiter(b);
    }
  }

  private void delimiter(byte b) {
    importing = false;
    at++;
    custom = b == ':' ? custom || named : custom && b != ';';
    named = false;
    if (b == '(') {
      depth++;
    } else if (b == ')') {
      depth--;
      urlDepth = depth < urlDepth ? NO_FUNCTION : urlDepth;
    }
  }

  private void string() {
    int from = at + 1;
    boolean whole = skipString();
    if (whole && (importing || custom || depth >= urlDepth)) {
      add(from, at - 1);
    }
    importing = false;
  }

  /** Past a string; false where a line break, which is passed too, made it a bad one. */
  private boolean skipString() {
    byte quote = a[at++];
    at = CssSearch.stringEnd(a, at, to, quote);
    while (at < to && a[at] != quote) {
      if (a[at] != '\\') {
        at++;
        return false;
      }
      at = CssSearch.stringEnd(a, CssName.afterEscape(a, at, to), to, quote);
    }
    if (at >= to) {
      // The end of the sheet closes a string; the range must not include more than there is.
      at = to + 1;
    } else {
      at++;
    }
    return true;
  }

  private void identifier() {
    at = name.read(a, at, to);
    named = name.isCustomProperty() || (registers && name.is("initial-value"));
    if (at < to && a[at] == '(') {
      at++;
      function();
    } else {
      importing = false;
    }
  }

  private void function() {
    if (name.is("url")) {
      url();
      return;
    }
    depth++;
    if (name.is("src")
        || name.is("image-set")
        || name.is("-webkit-image-set")
        || name.is("image")) {
      urlDepth = Math.min(urlDepth, depth);
    }
    importing = importing && name.is("src");
  }

  private void url() {
    skipSpaces();
    if (at < to && (a[at] == '"' || a[at] == '\'')) {
      int from = at + 1;
      if (skipString()) {
        add(from, at - 1);
      }
    } else {
      unquoted();
    }
    importing = false;
  }

  private void skipSpaces() {
    while (at < to && Ascii.isSpace(a[at])) {
      at++;
    }
  }

  /** A url token (4.3.6); a bad one loads nothing. */
  private void unquoted() {
    int from = at;
    at = CssSearch.addressEnd(a, at, to);
    while (at < to && a[at] == '\\') {
      at = CssSearch.addressEnd(a, CssName.afterEscape(a, at, to), to);
    }
    int end = at;
    skipSpaces();
    if (at >= to || a[at] == ')') {
      add(from, end);
    }
    while (at < to && a[at] != ')') {
      at = a[at] == '\\' ? CssName.afterEscape(a, at, to) : at + 1;
    }
    at++;
  }

  private void add(int from, int end) {
    if (3 * count == spans.length) {
      spans = Arrays.copyOf(spans, 2 * spans.length);
    }
    int urlTo = Math.min(end, to);
    boolean escaped = Swar.indexOf(a, from, urlTo, (byte) '\\') < urlTo;
    spans[3 * count] = from;
    spans[3 * count + 1] = urlTo;
    spans[3 * count + 2] = (importing ? IMPORT : 0) | (escaped ? ESCAPED : 0);
    count++;
  }

  /** Lets go of the ranges where there are many. */
  public void rest() {
    count = 0;
    if (spans.length > LONGEST_AT_REST) {
      spans = new int[FIRST];
    }
  }

  /**
   * The position in a text, of which more is to come, where it can be cut in two texts that have the
   * same URLs; the beginning where it cannot.
   */
  public int calmTo() {
    return calmTo;
  }

  /** The number of URLs. */
  public int count() {
    return count;
  }

  /** What loads the URL. */
  public Kind kind(int i) {
    return (spans[3 * i + 2] & IMPORT) != 0 ? Kind.IMPORT : Kind.URL;
  }

  /** The position of the URL, inside quotes and parentheses. */
  public int from(int i) {
    return spans[3 * i];
  }

  /** The position after the URL. */
  public int to(int i) {
    return spans[3 * i + 1];
  }

  /** Whether the URL has a backslash, so that its text differs from its bytes. */
  public boolean escaped(int i) {
    return (spans[3 * i + 2] & ESCAPED) != 0;
  }

  /**
   * Writes a URL with its escapes resolved.
   *
   * @param array the array that was read
   * @return the length, or -1 where {@code into} is too short; one and a half of the raw length is
   *     always enough
   */
  public int decode(byte[] array, int i, byte[] into) {
    return CssName.unescape(array, from(i), to(i), into);
  }
}
