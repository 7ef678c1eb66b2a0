package io.cookiegate.html;

import java.util.Arrays;

/**
 * The tag states (WHATWG HTML 13.2.5.8 and 13.2.5.32 to 40) over a contiguous array, resumable at
 * any byte. Positions are kept relative to the tag's {@code <}, so that a tag cut by the end of a
 * chunk can be moved and resumed where it stopped, never from its start.
 */
final class TagLexer {
  private enum Phase {
    TAG_NAME,
    BEFORE_NAME,
    NAME,
    AFTER_NAME,
    BEFORE_VALUE,
    DOUBLE_QUOTED,
    SINGLE_QUOTED,
    UNQUOTED,
    DONE
  }

  /** Four positions an attribute: its name from and to, its value from and to. */
  private int[] spans = new int[4 * 16];

  private final int mostAttributes;
  private Phase phase = Phase.DONE;
  private int base;
  private int nameFrom;
  private int nameTo;
  private int count;
  private boolean selfClosing;
  private boolean storing;

  TagLexer(HtmlLimits limits) {
    // An attribute costs 16 bytes here: a tag's positions stay within half of the bytes it may
    // have.
    this.mostAttributes = limits.maxTag() / 32;
  }

  /** Begins a tag whose {@code <} is at one position and whose name begins at another. */
  void begin(int tagFrom, int tagNameFrom) {
    phase = Phase.TAG_NAME;
    base = tagFrom;
    nameFrom = tagNameFrom - tagFrom;
    nameTo = -1;
    count = 0;
    selfClosing = false;
    storing = true;
  }

  /** Goes on with the tag after it was moved. */
  void moveTo(int tagFrom) {
    base = tagFrom;
  }

  /** Goes on with the tag without its bytes: only its end matters. */
  void forget() {
    storing = false;
    count = 0;
  }

  boolean done() {
    return phase == Phase.DONE;
  }

  /** Whether the tag has more attributes than are kept. */
  boolean overflowing() {
    return count > mostAttributes;
  }

  /** Lexes on; returns the position after the tag's {@code >}, or the end of the range. */
  int lex(byte[] a, int from, int to) {
    int at = from;
    while (at < to && phase != Phase.DONE) {
      at = step(a, at, to);
    }
    return at;
  }

  private int step(byte[] a, int from, int to) {
    return switch (phase) {
      case TAG_NAME -> tagName(a, from, to);
      case BEFORE_NAME -> beforeName(a, from, to);
      case NAME -> name(a, from, to);
      case AFTER_NAME -> afterName(a, from, to);
      case BEFORE_VALUE -> beforeValue(a, from, to);
      case DOUBLE_QUOTED -> quoted(a, from, to, (byte) '"');
      case SINGLE_QUOTED -> quoted(a, from, to, (byte) '\'');
      case UNQUOTED -> unquoted(a, from, to);
      case DONE -> from;
    };
  }

  private int tagName(byte[] a, int from, int to) {
    int at = from;
    while (at < to && !Ascii.endsTagName(a[at])) {
      at++;
    }
    if (at < to) {
      nameTo = at - base;
      phase = Phase.BEFORE_NAME;
    }
    return at;
  }

  private int beforeName(byte[] a, int from, int to) {
    int at = from;
    while (at < to && (Ascii.isSpace(a[at]) || a[at] == '/')) {
      at++;
    }
    if (at == to) {
      return at;
    }
    if (a[at] == '>') {
      return finish(at, at > from ? a[at - 1] == '/' : slashBefore(a, at));
    }
    open(at);
    // The first byte belongs to the name whatever it is: a leading = does.
    return name(a, at + 1, to);
  }

  /** Whether the byte before is a slash of this tag, for a {@code >} at the start of a piece. */
  private boolean slashBefore(byte[] a, int at) {
    return storing && a[at - 1] == '/';
  }

  private int name(byte[] a, int from, int to) {
    int at = from;
    while (at < to && !Ascii.endsAttributeName(a[at])) {
      at++;
    }
    if (at == to) {
      return at;
    }
    put(1, at);
    put(2, at);
    put(3, at);
    if (a[at] == '=') {
      phase = Phase.BEFORE_VALUE;
      return at + 1;
    }
    phase = Phase.AFTER_NAME;
    return at;
  }

  private int afterName(byte[] a, int from, int to) {
    int at = from;
    while (at < to && Ascii.isSpace(a[at])) {
      at++;
    }
    if (at == to) {
      return at;
    }
    if (a[at] == '=') {
      phase = Phase.BEFORE_VALUE;
      return at + 1;
    }
    phase = Phase.BEFORE_NAME;
    close();
    return at;
  }

  private int beforeValue(byte[] a, int from, int to) {
    int at = from;
    while (at < to && Ascii.isSpace(a[at])) {
      at++;
    }
    if (at == to) {
      return at;
    }
    return switch (a[at]) {
      case '"' -> value(Phase.DOUBLE_QUOTED, at + 1);
      case '\'' -> value(Phase.SINGLE_QUOTED, at + 1);
      case '>' -> missingValue(at);
      default -> value(Phase.UNQUOTED, at);
    };
  }

  private int value(Phase next, int at) {
    put(2, at);
    phase = next;
    return at;
  }

  private int missingValue(int at) {
    put(2, at);
    put(3, at);
    close();
    return finish(at, false);
  }

  private int quoted(byte[] a, int from, int to, byte quote) {
    int at = Swar.indexOf(a, from, to, quote);
    if (at == to) {
      return at;
    }
    put(3, at);
    close();
    phase = Phase.BEFORE_NAME;
    return at + 1;
  }

  private int unquoted(byte[] a, int from, int to) {
    int at = from;
    while (at < to && !Ascii.endsUnquoted(a[at])) {
      at++;
    }
    if (at == to) {
      return at;
    }
    put(3, at);
    close();
    if (a[at] == '>') {
      return finish(at, false);
    }
    phase = Phase.BEFORE_NAME;
    return at + 1;
  }

  private int finish(int at, boolean slash) {
    selfClosing = slash;
    phase = Phase.DONE;
    return at + 1;
  }

  /** Begins an attribute. */
  private void open(int at) {
    phase = Phase.NAME;
    if (4 * count == spans.length) {
      spans = Arrays.copyOf(spans, 2 * spans.length);
    }
    put(0, at);
  }

  private void put(int field, int at) {
    spans[4 * count + field] = at - base;
  }

  /** Ends an attribute. */
  private void close() {
    if (storing && count <= mostAttributes) {
      count++;
    }
  }

  /** The position of the tag's {@code <}. */
  int base() {
    return base;
  }

  /** The position of the tag's name. */
  int nameFrom() {
    return base + nameFrom;
  }

  /** The position after the tag's name, which must have been reached. */
  int nameTo() {
    return base + nameTo;
  }

  /** Whether the end of the name was reached. */
  boolean named() {
    return nameTo >= 0;
  }

  int count() {
    return count;
  }

  /** One of the four positions of an attribute. */
  int span(int attribute, int field) {
    return base + spans[4 * attribute + field];
  }

  boolean selfClosing() {
    return selfClosing;
  }
}
