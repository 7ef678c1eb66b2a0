package io.cookiegate.gate;

import java.nio.ByteBuffer;

/** Where the bytes of an answer's body go. */
@FunctionalInterface
public interface BodySink {
  /**
   * Takes the next bytes. They are either a slice of the buffer being written to the {@link
   * BodyRewriter}, which stays valid for as long as the caller keeps that buffer, or bytes made for
   * this call only that never change afterwards.
   */
  void write(ByteBuffer bytes);
}
