package io.cookiegate.gate;

import java.nio.ByteBuffer;
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
    int needed = room(to - from);
    System.arraycopy(a, from, array, length, to - from);
    length = needed;
  }

  /** Takes what is left in a buffer without consuming it. */
  void add(ByteBuffer bytes) {
    int needed = room(bytes.remaining());
    bytes.get(bytes.position(), array, length, bytes.remaining());
    length = needed;
  }

  /** Makes room for more bytes; the length with them. */
  private int room(int more) {
    int needed = length + more;
    if (needed > array.length) {
      array = Arrays.copyOf(array, Math.max(needed, 2 * array.length));
    }
    return needed;
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
