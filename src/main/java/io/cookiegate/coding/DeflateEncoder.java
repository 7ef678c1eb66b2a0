package io.cookiegate.coding;

import java.nio.ByteBuffer;

/**
 * Applies {@code deflate} in its proper shape, with the zlib wrapper (RFC 9110 section 8.4.1.2).
 */
final class DeflateEncoder implements ByteStep {
  private final Deflation deflation;

  DeflateEncoder(Deflation deflation) {
    this.deflation = deflation;
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    deflation.deflate(in, out);
  }

  @Override
  public void flush(ByteSink out) {
    deflation.flush(out);
  }

  @Override
  public void end(ByteSink out) {
    deflation.finish(out);
  }

  @Override
  public void close() {
    deflation.close();
  }
}
