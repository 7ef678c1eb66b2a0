package io.cookiegate.coding;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;

/**
 * Applies Zstandard (RFC 8878) with a window of 256 KiB, which pages seldom fill and servers have
 * many of.
 */
final class ZstdEncoder implements ByteStep {
  private static final int WINDOW_BITS = 18;
  private static final int CHUNK = 16 * 1024;

  private final ZstdCompressCtx compressor;
  private final ByteBuffer input = ByteBuffer.allocateDirect(CHUNK);
  private final ByteBuffer output = ByteBuffer.allocateDirect(CHUNK);

  ZstdEncoder(int level) {
    compressor = new ZstdCompressCtx().setLevel(level).setWindowLog(WINDOW_BITS);
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    while (in.hasRemaining()) {
      input.limit(Buffers.fill(input, in));
      while (input.hasRemaining()) {
        step(EndDirective.CONTINUE, out);
      }
    }
  }

  private boolean step(EndDirective directive, ByteSink out) {
    output.clear();
    boolean complete = compressor.compressDirectByteBufferStream(output, input, directive);
    if (output.flip().hasRemaining()) {
      out.write(output);
    }
    return complete;
  }

  private void drain(EndDirective directive, ByteSink out) {
    input.clear().limit(0);
    while (!step(directive, out)) {}
  }

  @Override
  public void flush(ByteSink out) {
    drain(EndDirective.FLUSH, out);
  }

  @Override
  public void end(ByteSink out) {
    drain(EndDirective.END, out);
  }

  @Override
  public void close() {
    compressor.close();
  }
}
