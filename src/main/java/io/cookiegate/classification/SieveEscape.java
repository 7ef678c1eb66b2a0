package io.cookiegate.classification;

/** What an escape of JavaScript stands for (ECMA-262 section 12.9.4), as a host has it. Reusable. */
final class SieveEscape {
  private static final int NOTHING = SieveSpelling.NOTHING;

  /** The escape is cut off, broken, or longer than those that are resolved here. */
  private static final int UNKNOWN = SieveSpelling.UNKNOWN;

  private int next;

  /** The position after what was read last. */
  int next() {
    return next;
  }

  /** The character that an escape stands for, which begins at a backslash, or a constant. */
  int read(byte[] a, int at, int to) {
    if (at + 1 >= to) {
      return UNKNOWN;
    }
    next = at + 2;
    return switch (a[at + 1]) {
      case 'x' -> character(value(a, at + 2, 2, to));
      case 'u' -> unit(a, at + 2, to);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(a, at + 1, to);
      case 'n', 't', 'r', '\n', '\r' -> NOTHING;
      case 'b', 'v', 'f' -> ' ';
      default -> a[at + 1] < 0 ? UNKNOWN : a[at + 1];
    };
  }

  /** The character of four digits, or of two times four where one is told by a pair. */
  int unit(byte[] a, int from, int to) {
    int value = value(a, from, 4, to);
    if (value < 0 || !Character.isHighSurrogate((char) value)) {
      return character(value);
    }
    int after = next;
    if (after >= to || !mayGoOn(a[after])) {
      return ' ';
    }
    boolean again = after + 1 < to && a[after + 1] == 'u' && a[after] == a[from - 2];
    int low = again ? value(a, after + 2, 4, to) : -1;
    boolean pair = low >= 0 && Character.isLowSurrogate((char) low);
    return pair ? character(Character.toCodePoint((char) value, (char) low)) : UNKNOWN;
  }

  // The second half may be another string's.
  private static boolean mayGoOn(byte b) {
    return b == '\\' || b == '%' || SieveBytes.isQuote(b);
  }

  /** The value of digits, {@link #next} set behind them; negative where there are too few. */
  private int value(byte[] a, int from, int digits, int to) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < to ? Character.digit(a[i], 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    next = from + digits;
    return value;
  }

  // In a template with a tag, the backslash may be one of CSS, and what follows its digits.
  private int octal(byte[] a, int from, int to) {
    if (from + 1 < to && Character.digit(a[from + 1], 16) >= 0) {
      return UNKNOWN;
    }
    int value = 0;
    int at = from;
    while (at < to && at < from + 3 && a[at] >= '0' && a[at] <= '7' && value * 8 < 256) {
      value = value * 8 + a[at++] - '0';
    }
    next = at;
    return at >= to ? UNKNOWN : character(value & 0xff);
  }

  // What no host has ends whatever is looked for, and a tab or line break is left out.
  static int character(int value) {
    if (value < 0) {
      return UNKNOWN;
    }
    int c = value < 0x80 ? value : SieveSpelling.meaning(value);
    return c == '\t' || c == '\n' || c == '\r' ? NOTHING : c == SieveSpelling.ITSELF ? ' ' : c;
  }
}
