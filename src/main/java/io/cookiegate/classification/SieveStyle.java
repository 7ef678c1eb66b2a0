package io.cookiegate.classification;

/**
 * What an escape of CSS stands for (CSS Syntax 3, section 4.3.7) in the string of a script, after its
 * backslash. Reusable.
 */
final class SieveStyle {
  private static final int MOST_DIGITS = 6;

  private int next;

  /** The position after what was read last. */
  int next() {
    return next;
  }

  /** The character that is escaped from a place on, as a host has it, or a constant. */
  int read(byte[] a, int from, int to) {
    int value = 0;
    int at = from;
    while (at < to && at - from < MOST_DIGITS && digit(a[at]) >= 0) {
      value = value << 4 | digit(a[at++]);
    }
    if (at == to || a[at] < 0) {
      return SieveSpelling.UNKNOWN;
    }
    return at == from ? itself(a, at, to) : spelled(value, a, at, to);
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit(b, 16);
  }

  // A line break is left out.
  private int itself(byte[] a, int at, int to) {
    next = at + 1;
    return switch (a[at]) {
      case '\n', '\r', '\f' -> SieveSpelling.NOTHING;
      case '\\' -> escape(a, at + 1, to);
      case '\'', '"', '`' -> mayGoOn(a, at, to) ? SieveSpelling.UNKNOWN : '"';
      case '%', '&' -> SieveSpelling.UNKNOWN;
      default -> a[at];
    };
  }

  /** What is escaped by an escape of the script, from the byte after its backslash on. */
  private int escape(byte[] a, int at, int to) {
    next = at + 1;
    if (at == to || a[at] < 0 || a[at] == 'x' || a[at] == 'u' || digit(a[at]) >= 0) {
      return SieveSpelling.UNKNOWN;
    }
    return a[at] == 'n' || a[at] == 'r' ? SieveSpelling.NOTHING : a[at];
  }

  /** The character of digits that end at a place; one white space behind them is of the escape. */
  private int spelled(int value, byte[] a, int at, int to) {
    // The white space may be an escape of the script, of which a line break is left out by itself.
    boolean doubt =
        a[at] == '\\' ? escape(a, at + 1, to) == SieveSpelling.UNKNOWN : mayGoOn(a, at, to);
    next = SieveBytes.isSpace(a[at]) ? at + 1 : at;
    return doubt ? SieveSpelling.UNKNOWN : SieveEscape.character(value);
  }

  /** Whether more digits may be in the next string, or encoded. */
  private static boolean mayGoOn(byte[] a, int at, int to) {
    if (!SieveBytes.isQuote(a[at])) {
      return a[at] == '%' || a[at] == '&';
    }
    int after = SieveBytes.skipSpace(a, at + 1, to);
    if (after == to || a[after] == '/') {
      return true;
    }
    after = a[after] == '+' ? SieveBytes.skipSpace(a, after + 1, to) : to;
    return after < to && (SieveBytes.isQuote(a[after]) || a[after] == '/');
  }
}
