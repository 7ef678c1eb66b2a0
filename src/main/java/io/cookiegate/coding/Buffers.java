package io.cookiegate.coding;

import java.nio.ByteBuffer;

/** Moves between buffers of different sizes. */
final class Buffers {
  private Buffers() {}

  /**
   * Fills a cleared {@code target} with as much of {@code source} as it takes, and says how much
   * that was.
   */
  static int fill(ByteBuffer target, ByteBuffer source) {
    target.clear();
    int length = Math.min(target.remaining(), source.remaining());
    target.put(0, source, source.position(), length);
    source.position(source.position() + length);
    return length;
  }
}
