package io.cookiegate.classification;

import java.util.Arrays;

/**
 * What stands around a place where bytes do not stand for themselves, put together as a script may
 * mean it; all doubts end in that it may matter. Reusable.
 */
final class SieveJoint {
  private static final int LONGEST = 256;
  private static final int MOST_BEFORE = 64;
  private static final int ROOM = 8;

  /** What an escape stands for that leaves nothing, or a line break, which an address leaves out. */
  private static final int NOTHING = SieveSpelling.NOTHING;

  /** The escape is cut off, broken, or longer than those that are resolved here. */
  private static final int UNKNOWN = SieveSpelling.UNKNOWN;

  private static final int SHORTEST_WORD = 3;

  private final byte[] text = new byte[LONGEST + 2 * ROOM];
  private final SieveSpelling spelling = new SieveSpelling();
  private final SieveEscape escape = new SieveEscape();
  private final SieveStyle style = new SieveStyle();
  private int length;
  private int next;

  /** Whether what was meant last may be a backslash, too, that began an escape of CSS. */
  private boolean styled;

  /** Whether what meets at a position may matter. */
  boolean mayMatter(SieveGrams table, byte[] a, int from, int to, int at) {
    return switch (a[at]) {
      case '\\' -> escape(table, a, from, to, at);
      case '%' -> percent(table, a, from, to, at);
      case '+' -> sum(table, a, from, to, at);
      case '\t', '\n', '\r' -> lines(table, a, from, to, at);
      // Told as a letter, so that no word seems to begin behind it.
      case 0x7f -> wordAfter(table, a, at + 1, to);
      default -> SieveSpelling.mayBegin(a, from, at, to) && spelled(table, a, from, to, at);
    };
  }

  /** Whether a character that may be another to a host may matter. */
  private boolean spelled(SieveGrams table, byte[] a, int from, int to, int at) {
    int c = spelled(a, at, to);
    if (c == UNKNOWN || c == '\\') {
      return true;
    }
    int after = next;
    boolean joins = c == NOTHING || (c < 0x80 && SieveBytes.isJoint(c));
    boolean alone = (c == '.' || c == NOTHING) && isAlone(a, from, to, at);
    return (joins && !alone && joined(table, a, from, to, at)) || wordAfter(table, a, after, to);
  }

  // The full stop of a sentence, which no name is around.
  private boolean isAlone(byte[] a, int from, int to, int at) {
    boolean before = at > from && a[at - 1] >= 0 && SieveBytes.isJoint(a[at - 1]);
    if (before || next >= to) {
      return false;
    }
    return a[next] < 0
        ? spelling.character(a, next, to) == SieveSpelling.ITSELF
        : SieveBytes.isQuote(a[next]) || !mayGoOn(a, next, to);
  }

  /** What is spelled at a place beyond ASCII or at an ampersand; {@link #next} is set behind it. */
  private int spelled(byte[] a, int at, int to) {
    int c = a[at] == '&' ? spelling.reference(a, at, to) : spelling.character(a, at, to);
    next = c == SieveSpelling.ITSELF ? at + 1 : spelling.next();
    return c == SieveSpelling.ITSELF ? a[at] & 0xff : c;
  }

  private boolean escape(SieveGrams table, byte[] a, int from, int to, int at) {
    int c = unescape(a, at, to);
    int after = next;
    if (c == UNKNOWN || c == '%' || (c == '&' && spelling.goesOn(a, after, to))) {
      return true;
    }
    boolean matters =
        c == '\\' ? style(table, a, from, to, at) : joins(c) && joined(table, a, from, to, at);
    return matters || wordAfter(table, a, after, to);
  }

  private static boolean joins(int c) {
    return c == NOTHING || SieveBytes.isJoint(c);
  }

  /** The same of a backslash, read as one that begins an escape of CSS. */
  private boolean style(SieveGrams table, byte[] a, int from, int to, int at) {
    int c = style(a, to);
    int after = next;
    return c == UNKNOWN
        || c == '%'
        || c == '&'
        || (joins(c) && joined(table, a, from, to, at))
        || wordAfter(table, a, after, to);
  }

  // What an escape ended is no part of the word behind it, though its last byte looks like one.
  private static boolean wordAfter(SieveGrams table, byte[] a, int at, int to) {
    return at + SHORTEST_WORD > to
        ? at < to && SieveBytes.isWord(a[at])
        : ScriptSieve.startMayMatter(table, a, at, to, at);
  }

  private boolean percent(SieveGrams table, byte[] a, int from, int to, int at) {
    int c = unpercent(a, at, to);
    if (c == UNKNOWN || c == '%' || c == '\\') {
      return c != '%';
    }
    int after = next;
    boolean joins = SieveBytes.isJoint(c) && joined(table, a, from, to, at);
    return joins || wordAfter(table, a, after, to);
  }

  private boolean lines(SieveGrams table, byte[] a, int from, int to, int at) {
    if (at == from || !SieveBytes.isJoint(a[at - 1])) {
      return false;
    }
    int end = at;
    while (end < to && isDropped(a[end])) {
      end++;
    }
    if (end == to) {
      // Else it is looked at again with what follows, if anything does.
      return end - at > ScriptSifting.MARGIN;
    }
    return mayGoOn(a, end, to) && joined(table, a, from, to, at);
  }

  private static boolean isDropped(byte b) {
    return b == '\t' || b == '\n' || b == '\r';
  }

  private boolean sum(SieveGrams table, byte[] a, int from, int to, int at) {
    int right = SieveBytes.skipSpace(a, at + 1, to);
    if (right >= to) {
      return true;
    }
    boolean isQuote = SieveBytes.isQuote(a[right]);
    if (isQuote ? !mayGoOn(a, right + 1, to) : !mayBeginComment(a, right, to)) {
      return false;
    }
    int left = at;
    boolean line = false;
    while (left > from && SieveBytes.isSpace(a[left - 1])) {
      left--;
      line |= a[left] == '\n' || a[left] == '\r';
    }
    boolean afterQuote = left > from && SieveBytes.isQuote(a[left - 1]);
    boolean doubt = left == from || a[left - 1] == '/' || (line && mayEndComment(a, from, left));
    if (doubt || !isQuote) {
      return doubt || afterQuote;
    }
    boolean joins = afterQuote && left - 2 >= from && SieveBytes.isJoint(a[left - 2]);
    return joins && joined(table, a, from, to, left - 1);
  }

  private static boolean mayBeginComment(byte[] a, int at, int to) {
    return switch (a[at]) {
      case '/' -> at + 1 >= to || a[at + 1] == '/' || a[at + 1] == '*';
      case '<' -> at + 1 >= to || a[at + 1] == '!';
      case '-' -> at + 1 >= to || a[at + 1] == '-';
      default -> false;
    };
  }

  private static boolean mayEndComment(byte[] a, int from, int to) {
    int least = to - MOST_BEFORE;
    for (int i = to - 1; i > from && a[i] != '\n' && a[i] != '\r'; i--) {
      if (i < least || (a[i] == a[i - 1] && (a[i] == '/' || a[i] == '-'))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayGoOn(byte[] a, int at, int to) {
    return at >= to
        || SieveBytes.isJoint(a[at])
        || a[at] == '\\'
        || a[at] == '%'
        || a[at] == '&'
        || (a[at] >= 0 && a[at] < ' ')
        || SieveBytes.isQuote(a[at]);
  }

  /** Whether the bytes before a place and what is meant from there on may matter together. */
  private boolean joined(SieveGrams table, byte[] a, int from, int to, int at) {
    int begin = at;
    while (begin > from && at - begin < MOST_BEFORE && SieveBytes.isJoint(a[begin - 1])) {
      begin--;
    }
    boolean escaped = begin > from && (a[begin - 1] == '\\' || a[begin - 1] == '%');
    text[0] = (byte) (escaped ? '\\' : ' ');
    length = 1;
    for (int i = begin; i < at; i++) {
      text[length++] = a[i];
    }
    int before = length;
    // Where a character beyond ASCII is nothing, what is before it ends there.
    return !goOn(table, a, at, to) || ((length > before || a[at] < 0) && textMayMatter(table));
  }

  private boolean textMayMatter(SieveGrams table) {
    Arrays.fill(text, length + 1, length + 1 + Long.BYTES, (byte) ' ');
    return ScriptSieve.runMayMatter(table, text, length + 1);
  }

  /** Adds what is meant from a place on, and what ends it; false where that may matter already. */
  private boolean goOn(SieveGrams table, byte[] a, int from, int to) {
    int before = length;
    int at = from;
    while (at < to && length < LONGEST) {
      int c = meant(a, at, to);
      if (c == UNKNOWN) {
        return false;
      }
      // An address goes on in the next line or string, and a word ends; or at a slash that is none.
      boolean ends = c == NOTHING || styled;
      text[length] = ends ? a[at] : (byte) c;
      if (ends && length > before && textMayMatter(table)) {
        return false;
      }
      text[length] = (byte) c;
      at = next;
      if (c != NOTHING) {
        // No host that is looked for has a character beyond ASCII.
        if (c >= 0x80 || !SieveBytes.isJoint(c)) {
          return true;
        }
        length++;
      }
    }
    return false;
  }

  /** What the byte at a place means, with those after it; {@link #next} is set behind it. */
  private int meant(byte[] a, int at, int to) {
    next = at + 1;
    styled = false;
    return switch (a[at]) {
      case '\\' -> unescapeAll(a, at, to);
      case '%' -> unpercent(a, at, to);
      case '\t', '\n', '\r' -> NOTHING;
      case '\'', '"', '`' -> sumAfter(a, at + 1, to);
      default -> a[at] < 0 || a[at] == '&' ? spelled(a, at, to) : a[at];
    };
  }

  /** What a quote is: nothing where another string is added to the one that it ends. */
  private int sumAfter(byte[] a, int from, int to) {
    int at = SieveBytes.skipSpace(a, from, to);
    if (at >= to || mayBeginComment(a, at, to)) {
      return UNKNOWN;
    }
    if (a[at] != '+') {
      return '"';
    }
    at = SieveBytes.skipSpace(a, at + 1, to);
    if (at >= to || mayBeginComment(a, at, to)) {
      return UNKNOWN;
    }
    next = at + 1;
    return SieveBytes.isQuote(a[at]) ? NOTHING : '"';
  }

  /** What a percent sign and two digits encode, however those are written; else itself. */
  private int unpercent(byte[] a, int at, int to) {
    int value = 0;
    next = at + 1;
    if (next < to && a[next] == 'u') {
      return unit(a, at, to);
    }
    for (int i = 0; i < 2; i++) {
      int c = digitMeant(a, to);
      int digit = Character.digit(c, 16);
      if (digit < 0) {
        next = at + 1;
        return c == UNKNOWN || c == 'u' ? UNKNOWN : '%';
      }
      value = (value << 4) | digit;
    }
    if (value >= 128) {
      int c = spelling.encoded(value, a, next, to);
      next = spelling.next();
      return c == SieveSpelling.ITSELF ? ' ' : c;
    }
    return value == '%' ? ' ' : value;
  }

  /** What a percent sign, a u and four digits are to {@code unescape} (ECMA-262 B.2.1.2). */
  private int unit(byte[] a, int at, int to) {
    int c = escape.unit(a, at + 2, to);
    next = c == UNKNOWN ? at + 1 : escape.next();
    return c == UNKNOWN ? '%' : c;
  }

  private int unescape(byte[] a, int at, int to) {
    int c = escape.read(a, at, to);
    next = escape.next();
    return c;
  }

  /** The same, where a backslash that an escape stands for begins an escape of CSS. */
  private int unescapeAll(byte[] a, int at, int to) {
    int c = unescape(a, at, to);
    styled = c == '\\';
    return styled ? style(a, to) : c;
  }

  /** What the escape of CSS stands for whose backslash was read last. */
  private int style(byte[] a, int to) {
    int c = style.read(a, next, to);
    next = style.next();
    return c;
  }

  private int digitMeant(byte[] a, int to) {
    int c = NOTHING;
    while (c == NOTHING && next < to) {
      c = a[next] == '%' ? ' ' : meant(a, next, to);
    }
    return c == NOTHING ? UNKNOWN : c;
  }
}
