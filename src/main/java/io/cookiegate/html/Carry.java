package io.cookiegate.html;

import java.util.Arrays;

/** The bytes of an unfinished token, or of a held element, carried from one chunk to the next. */
final class Carry {
  private static final int FIRST = 1024;

  /** What is kept of an array that is not in use. */
  private static final int LONGEST_AT_REST = 4096;

  private static final byte[] NOTHING = {};

  private final int usual;
  private byte[] array = NOTHING;
  private int length;

  /** With a length that is seldom passed, up to which alone the array doubles. */
  Carry(int usual) {
    this.usual = usual;
  }

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
    int needed = length + to - from;
    if (needed > array.length) {
      int doubled = Math.min(usual, Math.max(FIRST, 2 * array.length));
      array = Arrays.copyOf(array, Math.max(doubled, needed));
    }
    System.arraycopy(a, from, array, length, to - from);
    length = needed;
  }

  /** Forgets the first bytes; the others move to the front. */
  void drop(int first) {
    System.arraycopy(array, first, array, 0, length - first);
    length -= first;
  }

  void clear() {
    length = 0;
  }

  /** Lets go of a long array that is not in use. */
  void rest() {
    if (length == 0 && array.length > LONGEST_AT_REST) {
      array = NOTHING;
    }
  }
}
