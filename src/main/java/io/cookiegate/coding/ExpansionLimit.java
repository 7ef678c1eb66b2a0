package io.cookiegate.coding;

import java.nio.ByteBuffer;

/**
 * A decoder that refuses to be a bomb: what comes out may be {@value #TIMES} times what went in,
 * and {@value #FREE} bytes more.
 *
 * <p>DEFLATE cannot expand by more than 1032. Brotli, Zstandard and codings inside one another can,
 * by millions, and no page does. The limit holds at every moment, so it also bounds how much a
 * single write can push out.
 */
final class ExpansionLimit implements ByteStep {
  static final long TIMES = 1100;
  static final long FREE = 4 << 20;

  private final ByteStep decoder;
  private final ByteSink counter = this::count;
  private ByteSink target = bytes -> {};
  private long allowed = FREE;

  ExpansionLimit(ByteStep decoder) {
    this.decoder = decoder;
  }

  private void count(ByteBuffer bytes) {
    allowed -= bytes.remaining();
    if (allowed < 0) {
      throw new CodingException("The body expands further than a page does.");
    }
    target.write(bytes);
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    allowed += TIMES * in.remaining();
    target = out;
    decoder.write(in, counter);
  }

  @Override
  public void flush(ByteSink out) {
    target = out;
    decoder.flush(counter);
  }

  @Override
  public void end(ByteSink out) {
    target = out;
    decoder.end(counter);
  }

  @Override
  public void close() {
    decoder.close();
  }
}
