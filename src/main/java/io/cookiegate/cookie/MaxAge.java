package io.cookiegate.cookie;

/** The seconds of a {@code Max-Age} attribute (RFC 6265bis section 5.6.2). */
final class MaxAge {
  /** What an age is that counts for nothing: no number, or one with something around it. */
  static final long NONE = Long.MIN_VALUE;

  /** Some three thousand years: as good as the largest age there is, and safe to add to any date. */
  static final long LARGEST = 100_000_000_000L;

  private MaxAge() {}

  /** The seconds, saturated where there are too many; NONE where a browser ignores the attribute. */
  static long parse(String field, int from, int to) {
    boolean negative = from < to && field.charAt(from) == '-';
    int digits = from + (negative ? 1 : 0);
    if (digits == to || digitsEnd(field, digits, to) < to) {
      return NONE;
    }
    long seconds = seconds(field, digits, to);
    return negative ? -seconds : seconds;
  }

  /** Where the digits are that some browser may read an age from: after a plus sign, before whatever follows. */
  static int digitsFrom(String field, int from, int to) {
    return from < to && field.charAt(from) == '+' ? from + 1 : from;
  }

  static int digitsEnd(String field, int from, int to) {
    int at = from;
    while (at < to && FieldText.isDigit(field.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The value of a range of digits, saturated. */
  static long seconds(String field, int from, int to) {
    long seconds = 0;
    for (int i = from; i < to; i++) {
      seconds = Math.min(LARGEST, seconds * 10 + field.charAt(i) - '0');
    }
    return seconds;
  }
}
