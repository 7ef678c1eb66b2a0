package io.cookiegate.servlet;

import io.cookiegate.gate.BodySink;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes that a rewriter puts out for one piece of a body. */
final class Gathered implements BodySink {
  private static final int FIRST = 1 << 10;

  private byte[] array = {};
  private int size;

  @Override
  public void write(ByteBuffer bytes) {
    int length = bytes.remaining();
    if (array.length - size < length) {
      array = Arrays.copyOf(array, Math.max(FIRST, Math.max(2 * array.length, size + length)));
    }
    bytes.get(array, size, length);
    size += length;
  }

  byte[] array() {
    return array;
  }

  int size() {
    return size;
  }
}
