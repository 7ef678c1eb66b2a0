package io.cookiegate.gate;

import java.nio.ByteBuffer;

/**
 * One answer's body on its way through the gate. Used by one thread at a time, in the order of the
 * bytes; {@link #end} comes at most once and last but for {@link #close}.
 */
public interface BodyRewriter extends AutoCloseable {
  /**
   * Takes all of the buffer's bytes and writes what can be sent.
   *
   * @throws BodyClosedException if the rest of the body cannot be judged; nothing more may be sent
   */
  void write(ByteBuffer upstreamBytes, BodySink sink);

  /** Writes what a browser needs to see all that has been judged so far; the upstream paused. */
  void flush(BodySink sink);

  /**
   * Writes what is left.
   *
   * @throws BodyClosedException if the body ended where it could not be judged
   */
  void end(BodySink sink);

  /** Frees what it holds, at any time, more than once. */
  @Override
  void close();
}
