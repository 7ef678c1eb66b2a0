package io.cookiegate.coding;

import java.nio.ByteBuffer;

/** A DEFLATE stream (RFC 1951), alone or in a zlib wrapper (RFC 1950), being made. */
interface Deflation extends AutoCloseable {
  void deflate(ByteBuffer in, ByteSink out);

  /**
   * Ends the current block on a byte (zlib's sync flush), so that everything so far can be
   * inflated.
   */
  void flush(ByteSink out);

  void finish(ByteSink out);

  @Override
  void close();
}
