package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/** A stream made by the JDK's zlib. */
final class ZlibDeflation implements Deflation {
  private static final int CHUNK = 8 * 1024;

  private final Deflater deflater;
  private final byte[] array = new byte[CHUNK];
  private final ByteBuffer piece = ByteBuffer.wrap(array);

  ZlibDeflation(int level, boolean raw) {
    deflater = new Deflater(level, raw);
  }

  @Override
  public void deflate(ByteBuffer in, ByteSink out) {
    deflater.setInput(in);
    drain(Deflater.NO_FLUSH, out);
  }

  @Override
  public void flush(ByteSink out) {
    drain(Deflater.SYNC_FLUSH, out);
  }

  @Override
  public void finish(ByteSink out) {
    deflater.finish();
    drain(Deflater.NO_FLUSH, out);
  }

  /** Takes all there is: a piece that is not full says that nothing is left. */
  private void drain(int mode, ByteSink out) {
    int length;
    do {
      length = deflater.deflate(array, 0, CHUNK, mode);
      if (length > 0) {
        out.write(piece.clear().limit(length));
      }
    } while (length == CHUNK);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
