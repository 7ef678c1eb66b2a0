package io.cookiegate.coding;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;

/**
 * Undoes Zstandard (RFC 8878): one frame or several. A window is 8 MiB at most, the most a sender
 * may use on the web (RFC 9659).
 */
final class ZstdDecoder implements ByteStep {
  private static final int WINDOW_BITS = 23;
  private static final int CHUNK = 16 * 1024;

  private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx().setLongMax(WINDOW_BITS);
  private final ByteBuffer input = ByteBuffer.allocateDirect(CHUNK);
  private final ByteBuffer output = ByteBuffer.allocateDirect(CHUNK);
  private final ByteBuffer piece = ByteBuffer.allocate(CHUNK);

  /** Whether every frame so far has come to its end. */
  private boolean complete = true;

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    while (in.hasRemaining()) {
      input.limit(Buffers.fill(input, in));
      decompress(out);
    }
  }

  /** Goes on while there is input, or while a full output says that the decoder holds more. */
  private void decompress(ByteSink out) {
    boolean full = false;
    while (input.hasRemaining() || full) {
      output.clear();
      complete = step();
      full = !output.hasRemaining() && !complete;
      if (output.flip().hasRemaining()) {
        out.write(piece.clear().put(output).flip());
      }
    }
  }

  private boolean step() {
    try {
      return decompressor.decompressDirectByteBufferStream(output, input);
    } catch (ZstdException broken) {
      throw new CodingException("The Zstandard body is broken.", broken);
    }
  }

  @Override
  public void flush(ByteSink out) {}

  @Override
  public void end(ByteSink out) {
    if (!complete) {
      throw new CodingException("The Zstandard body stops before its end.");
    }
  }

  @Override
  public void close() {
    decompressor.close();
  }
}
