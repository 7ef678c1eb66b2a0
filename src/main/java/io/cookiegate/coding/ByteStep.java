package io.cookiegate.coding;

import java.nio.ByteBuffer;

/**
 * One step of a chain that changes a stream of bytes on its way: bytes are pushed in, and what is
 * known of the result is pushed out at once, in pieces of a bounded size.
 *
 * <p>A step belongs to one stream and one thread at a time. After a {@link CodingException} only
 * {@link #close()} may follow.
 */
public interface ByteStep extends AutoCloseable {
  /**
   * Takes all remaining bytes of {@code in}, whose position ends at its limit, and hands on what
   * can be said already.
   *
   * @throws CodingException when the input is broken
   */
  void write(ByteBuffer in, ByteSink out);

  /**
   * Hands on everything that the bytes so far determine, so that a reader downstream sees it
   * without waiting for more.
   *
   * @throws CodingException when the input is broken
   */
  void flush(ByteSink out);

  /**
   * Ends the stream: hands on what is left, including any trailer.
   *
   * @throws CodingException when the input stops before its own end
   */
  void end(ByteSink out);

  /** Gives back native memory; a second call does nothing. */
  @Override
  void close();
}
