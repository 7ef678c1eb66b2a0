package io.cookiegate.cookie;

/** Searches inside a range of a header field; none of them looks past the range. */
final class FieldText {
  private FieldText() {}

  /** The first place of a character in the range, or the end of the range. */
  static int find(String field, char wanted, int from, int to) {
    int at = from;
    while (at < to && field.charAt(at) != wanted) {
      at++;
    }
    return at;
  }

  /**
   * The first semicolon in the range, or the end of the range. Who goes on behind it never looks at a
   * character twice: what is searched beyond the range's end is searched only by the last.
   */
  static int semicolon(String field, int from, int to) {
    int at = field.indexOf(';', from);
    return at < 0 || at > to ? to : at;
  }

  /** Whether the range is a word of letters and hyphens, in any case. */
  static boolean is(String field, int from, int to, String lowerCase) {
    if (to - from != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      char c = field.charAt(from + i);
      char wanted = lowerCase.charAt(i);
      if (c != wanted && (wanted == '-' || (c | 0x20) != wanted)) {
        return false;
      }
    }
    return true;
  }

  /** The range's start without leading WSP. */
  static int trimStart(String field, int from, int to) {
    int at = from;
    while (at < to && isSpace(field.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The range's end without trailing WSP. */
  static int trimEnd(String field, int from, int to) {
    int at = to;
    while (at > from && isSpace(field.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Whether the range has at most so many octets on the wire. */
  static boolean hasOctets(String field, int from, int to, int most) {
    // No character has more than three.
    return to - from <= most / 3 || octets(field, from, to) <= most;
  }

  /**
   * How many octets the range has on the wire. Servers hand fields over as ISO-8859-1, one character
   * an octet; what is beyond that was decoded from UTF-8.
   */
  static int octets(String field, int from, int to) {
    int octets = 0;
    for (int i = from; i < to; i++) {
      char c = field.charAt(i);
      octets += c <= 0xFF || Character.isLowSurrogate(c) ? 1 : c <= 0x7FF ? 2 : 3;
    }
    return octets;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
