package io.cookiegate.classification;

import io.cookiegate.host.HostLetters;

/**
 * Characters of a script that are others to a host: those beyond ASCII that browsers map to its
 * letters ({@link HostLetters}), and the character references of markup in a string. Most text has
 * none, or is told by the first bytes of its characters to have none.
 */
final class SieveSpelling {
  /** The character is left out. */
  static final int NOTHING = -1;

  /** The characters are no others, or may be several. */
  static final int UNKNOWN = -2;

  /** The bytes are what they look like. */
  static final int ITSELF = -3;

  private static final int LONGEST_NAME = 32;

  /** For each first byte of a character, a bit for each second byte it may have. */
  private static final long[] BEGINNINGS = beginnings();

  /** References that scripts are full of, to characters that hosts do not have. */
  private static final String[] HARMLESS = {
    "nbsp", "lt", "gt", "quot", "apos", "copy", "reg", "trade", "hellip", "mdash", "ndash",
    "middot", "bull", "laquo", "raquo", "lsquo", "rsquo", "ldquo", "rdquo", "times", "euro", "auml",
    "ouml", "uuml", "Auml", "Ouml", "Uuml", "szlig", "aring", "Aring", "eacute", "egrave", "agrave",
    "rarr", "larr", "lsaquo", "rsaquo"
  };

  /** References that count without a semicolon, as far as they matter. */
  private static final String[] UNCLOSED = {"shy", "ordf", "ordm", "sup1", "sup2", "sup3"};

  private int next;

  /** The position after what was read last. */
  int next() {
    return next;
  }

  /** Whether a byte may begin a character that is another. */
  static boolean mayBegin(byte[] a, int from, int at, int to) {
    int second = at + 1 < to ? a[at + 1] & 0xff : 0;
    if (a[at] >= 0) {
      return a[at] == '&' && (second == '#' || ((second | 0x20) >= 'a' && (second | 0x20) <= 'z'));
    }
    return (BEGINNINGS[a[at] & 0x3f] >>> second & 1) != 0 && mayBe(a, from, at, second, to);
  }

  // Quotation marks and dashes, the punctuation of ideographs, smileys.
  private static boolean mayBe(byte[] a, int from, int at, int second, int to) {
    int third = third(a, at, to);
    return switch (a[at] & 0xff) {
      case 0xe2 -> second != 0x80 || third == 0x8b;
      case 0xe3 -> second != 0x80 || (third == 0x82 && !endsSentence(a, from, at, to));
      case 0xf0 -> second != 0x9f || third < 0x88 || third == 0xaf;
      default -> (a[at] & 0xc0) == 0xc0;
    };
  }

  /** Whether the full stop at a place is between ideographs, kana, quotes, tags. */
  private static boolean endsSentence(byte[] a, int from, int at, int to) {
    if (at == from || a[at - 1] >= 0 || at + 4 >= to) {
      return false;
    }
    byte next = a[at + 3];
    return next < 0
        ? (BEGINNINGS[next & 0x3f] >>> a[at + 4] & 1) == 0
        : next == '<' || next == ' ' || SieveBytes.isQuote(next);
  }

  // Most text beyond ASCII is told by its first two bytes to be none of these: letters with
  // accents,
  // Greek, Cyrillic, kana, ideographs, Hangul.
  private static boolean begins(int lead, int second) {
    return switch (lead) {
      case 0xc2 -> second >= 0xaa;
      case 0xc4 -> second == 0xb2 || second == 0xb3;
      case 0xc5 -> second == 0xbf;
      case 0xc7, 0xca, 0xcb, 0xcd, 0xe1, 0xe2, 0xef, 0xf0, 0xf3 -> true;
      case 0xe3 -> second == 0x80 || second == 0x85 || second > 0x87;
      case 0xea -> second < 0xb0;
      default -> false;
    };
  }

  private static long[] beginnings() {
    long[] pairs = new long[64];
    for (int i = 0; i < 64 * 64; i++) {
      pairs[i >> 6] |= begins(0xc0 | i >> 6, 0x80 | (i & 0x3f)) ? 1L << (i & 0x3f) : 0;
    }
    return pairs;
  }

  private static int third(byte[] a, int at, int to) {
    return at + 2 < to ? a[at + 2] & 0xff : 0;
  }

  /** What stands at a place beyond ASCII: the character of ASCII that it is, or a constant. */
  int character(byte[] a, int at, int to) {
    int trails = trails(a[at] & 0xff);
    next = at + 1;
    if (trails == 0 || at + trails >= to) {
      return ITSELF;
    }
    int point = a[at] & (0x3f >> trails);
    for (int i = 1; i <= trails; i++) {
      if ((a[at + i] & 0xc0) != 0x80) {
        return ITSELF;
      }
      point = point << 6 | (a[at + i] & 0x3f);
    }
    next = at + 1 + trails;
    return meaning(point);
  }

  /**
   * What a byte stands for that a percent sign encodes, with those after it; {@link #next} is set
   * behind all.
   */
  int encoded(int lead, byte[] a, int from, int to) {
    int trails = trails(lead);
    int point = lead & (0x3f >> trails);
    next = from;
    for (int i = 0; i < trails; i++) {
      int trail = escapedByte(a, next, to);
      if ((trail & 0xc0) != 0x80) {
        return next + 2 >= to || mayGoOn(a[next]) ? UNKNOWN : ITSELF;
      }
      point = point << 6 | (trail & 0x3f);
      next += 3;
    }
    return trails == 0 ? ITSELF : meaning(point);
  }

  private static int escapedByte(byte[] a, int at, int to) {
    boolean whole = at + 2 < to && a[at] == '%' && a[at + 1] >= 0 && a[at + 2] >= 0;
    return whole ? Character.digit(a[at + 1], 16) << 4 | Character.digit(a[at + 2], 16) : 0;
  }

  private static int trails(int lead) {
    return lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  }

  /** What a character beyond ASCII is to a host. */
  static int meaning(int point) {
    int letter = point > Character.MAX_CODE_POINT ? HostLetters.OTHER : HostLetters.of(point);
    return switch (letter) {
      case HostLetters.IGNORED -> NOTHING;
      case HostLetters.OTHER -> ITSELF;
      case HostLetters.UNKNOWN -> UNKNOWN;
      default -> letter;
    };
  }

  /** What a character reference stands for, where bytes at an ampersand are one (HTML 13.2.5.72). */
  int reference(byte[] a, int at, int to) {
    next = at + 1;
    if (next >= to) {
      return UNKNOWN;
    }
    return a[next] == '#' ? numeric(a, next + 1, to) : named(a, next, to);
  }

  private int numeric(byte[] a, int from, int to) {
    boolean hex = from < to && (a[from] | 0x20) == 'x';
    int radix = hex ? 16 : 10;
    int first = hex ? from + 1 : from;
    int i = first;
    int value = 0;
    while (i < to && a[i] >= 0 && Character.digit(a[i], radix) >= 0) {
      value = Math.min(1 << 24, value * radix + Character.digit(a[i++], radix));
    }
    if (i == to || mayGoOn(a[i])) {
      return UNKNOWN;
    }
    if (i == first) {
      return ITSELF;
    }
    if (a[i] != ';') {
      return UNKNOWN;
    }
    next = i + 1;
    return value == '&' ? UNKNOWN : value < 0x80 ? plain(value) : meaning(value);
  }

  private static int plain(int value) {
    return value == '\t' || value == '\n' || value == '\r' ? NOTHING : value;
  }

  // The rest may be another string's, or escaped.
  private static boolean mayGoOn(byte b) {
    return b == '\\' || b == '%' || SieveBytes.isQuote(b);
  }

  private int named(byte[] a, int from, int to) {
    int i = from;
    while (i < to && i - from < LONGEST_NAME && a[i] >= 0 && Character.isLetterOrDigit(a[i])) {
      i++;
    }
    if (i == to || a[i] != ';') {
      boolean cut = i == to || (i > from && mayGoOn(a[i]));
      return isOneOf(UNCLOSED, a, from, i, false) || (cut && i - from < 2) ? UNKNOWN : ITSELF;
    }
    if (is("amp", a, from, i)) {
      return escaped(a, i + 1, to);
    }
    return isOneOf(HARMLESS, a, from, i, true) ? ITSELF : UNKNOWN;
  }

  /** Whether what stands after an ampersand may make it a reference that matters. */
  boolean goesOn(byte[] a, int from, int to) {
    return escaped(a, from, to) == UNKNOWN;
  }

  /** What stands after an ampersand that is a reference itself, for markup inside markup. */
  private int escaped(byte[] a, int from, int to) {
    boolean matters = from >= to || a[from] == '#' || named(a, from, to) == UNKNOWN;
    return matters ? UNKNOWN : ITSELF;
  }

  private static boolean isOneOf(String[] names, byte[] a, int from, int to, boolean whole) {
    for (String name : names) {
      int end = whole ? to : Math.min(to, from + name.length());
      if (is(name, a, from, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String name, byte[] a, int from, int to) {
    boolean same = name.length() == to - from;
    for (int i = 0; i < name.length() && same; i++) {
      same = name.charAt(i) == a[from + i];
    }
    return same;
  }
}
