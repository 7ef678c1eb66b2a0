package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A stream undone by the JDK's zlib. */
final class ZlibInflation implements Inflation {
  private static final int CHUNK = 16 * 1024;

  private final Inflater inflater;
  private final byte[] array = new byte[CHUNK];
  private final ByteBuffer piece = ByteBuffer.wrap(array);

  ZlibInflation(boolean raw) {
    inflater = new Inflater(raw);
  }

  @Override
  public void inflate(ByteBuffer in, ByteSink out, Watcher watcher) {
    inflater.setInput(in);
    int length;
    do {
      length = next();
      if (length > 0) {
        watcher.saw(array, 0, length);
        out.write(piece.clear().limit(length));
      }
    } while (length > 0);
  }

  private int next() {
    try {
      int length = inflater.inflate(array);
      if (length == 0 && inflater.needsDictionary()) {
        throw new CodingException("The deflated body asks for a dictionary that nobody has.");
      }
      return length;
    } catch (DataFormatException broken) {
      throw new CodingException("The deflated body is broken.", broken);
    }
  }

  @Override
  public boolean finished() {
    return inflater.finished();
  }

  @Override
  public long written() {
    return inflater.getBytesWritten();
  }

  @Override
  public void reset() {
    inflater.reset();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
