package io.cookiegate.gate;

import java.util.Arrays;

/** Bytes that grow. */
final class Bytes {
  static final byte[] NONE = {};

  private byte[] array = new byte[512];
  private int length;

  void clear() {
    length = 0;
  }

  void add(byte[] a, int from, int to) {
    int needed = length + to - from;
    if (needed > array.length) {
      array = Arrays.copyOf(array, Math.max(needed, 2 * array.length));
    }
    System.arraycopy(a, from, array, length, to - from);
    length = needed;
  }

  void add(byte[] a) {
    add(a, 0, a.length);
  }

  byte[] array() {
    return array;
  }

  int length() {
    return length;
  }

  byte[] copy() {
    return Arrays.copyOf(array, length);
  }
}
