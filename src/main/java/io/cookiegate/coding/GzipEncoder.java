package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * Applies gzip (RFC 1952): one member without a name or a time, so that equal pages are equal
 * bytes.
 */
final class GzipEncoder implements ByteStep {
  private static final int UNKNOWN_SYSTEM = 255;
  private static final byte[] HEADER = {
    0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) UNKNOWN_SYSTEM
  };

  private final Deflation deflation;
  private final CRC32 crc = new CRC32();
  private long length;
  private boolean begun;

  GzipEncoder(Deflation deflation) {
    this.deflation = deflation;
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    begin(out);
    length += in.remaining();
    int from = in.position();
    crc.update(in);
    in.position(from);
    deflation.deflate(in, out);
  }

  private void begin(ByteSink out) {
    if (!begun) {
      begun = true;
      out.write(ByteBuffer.wrap(HEADER).asReadOnlyBuffer());
    }
  }

  @Override
  public void flush(ByteSink out) {
    begin(out);
    deflation.flush(out);
  }

  @Override
  public void end(ByteSink out) {
    begin(out);
    deflation.finish(out);
    ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    out.write(trailer.putInt((int) crc.getValue()).putInt((int) length).flip());
  }

  @Override
  public void close() {
    deflation.close();
  }
}
