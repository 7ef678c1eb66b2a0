package io.cookiegate.coding;

import java.nio.ByteBuffer;

/** A place that takes bytes in order. */
@FunctionalInterface
public interface ByteSink {
  /**
   * Takes all remaining bytes.
   *
   * @param bytes valid only during the call, for its owner fills the buffer again: use or copy
   *     them; whether the position moves makes no difference
   */
  void write(ByteBuffer bytes);
}
