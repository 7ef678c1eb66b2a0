package io.cookiegate.gate;

/** Percent-encoding (WHATWG URL section 1.3). */
final class PercentText {
  private PercentText() {}

  /** Decodes a range into an array that is at least as long; the length of the result. */
  static int decode(byte[] a, int from, int to, byte[] into) {
    int length = 0;
    for (int i = from; i < to; i++) {
      int value = a[i] == '%' ? byteAt(a, i + 1, to) : -1;
      into[length++] = (byte) (value < 0 ? a[i] : value);
      i += value < 0 ? 0 : 2;
    }
    return length;
  }

  private static int byteAt(byte[] a, int at, int to) {
    if (at + 2 > to) {
      return -1;
    }
    int high = Character.digit(a[at], 16);
    int low = Character.digit(a[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
