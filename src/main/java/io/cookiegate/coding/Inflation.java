package io.cookiegate.coding;

import java.nio.ByteBuffer;

/** A DEFLATE stream (RFC 1951), alone or in a zlib wrapper (RFC 1950), being undone. */
interface Inflation extends AutoCloseable {
  /** Sees the bytes of one piece of output before they are handed on. */
  interface Watcher {
    void saw(byte[] array, int from, int length);
  }

  /** Inflates from {@code in} until it is used up or the stream ends, whichever comes first. */
  void inflate(ByteBuffer in, ByteSink out, Watcher watcher);

  boolean finished();

  /** How many bytes came out of this stream. */
  long written();

  /** Begins with another stream. */
  void reset();

  @Override
  void close();
}
