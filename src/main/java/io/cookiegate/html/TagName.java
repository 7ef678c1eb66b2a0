package io.cookiegate.html;

/** A tag's name as a number: equal for names that differ in case only. */
final class TagName {
  private static final long PRIME = 0x100000001B3L;
  private static final long OFFSET = 0xCBF29CE484222325L;

  private TagName() {}

  static long of(byte[] a, int from, int to) {
    long hash = OFFSET;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (Ascii.lower(a[i]) & 0xFF)) * PRIME;
    }
    return hash;
  }
}
