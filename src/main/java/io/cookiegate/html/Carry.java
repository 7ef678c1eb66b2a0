package io.cookiegate.html;

import java.util.Arrays;

/** The bytes of an unfinished token, or of a held element, carried from one chunk to the next. */
final class Carry {
  private static final int FIRST = 1024;

  private byte[] array = {};
  private int length;

  byte[] array() {
    return array;
  }

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  void append(byte[] a, int from, int to) {
    int more = to - from;
    if (length + more > array.length) {
      array = Arrays.copyOf(array, Math.max(FIRST, Math.max(2 * array.length, length + more)));
    }
    System.arraycopy(a, from, array, length, more);
    length += more;
  }

  /** Forgets the first bytes; the others move to the front. */
  void drop(int first) {
    System.arraycopy(array, first, array, 0, length - first);
    length -= first;
  }

  void clear() {
    length = 0;
  }
}
