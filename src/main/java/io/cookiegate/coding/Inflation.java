package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A DEFLATE stream (RFC 1951), alone or in a zlib wrapper (RFC 1950), being undone. */
final class Inflation implements AutoCloseable {
  /** Sees the bytes of one piece of output before they are handed on. */
  interface Watcher {
    void saw(byte[] array, int length);
  }

  private static final int CHUNK = 16 * 1024;

  private final Inflater inflater;
  private final byte[] array = new byte[CHUNK];
  private final ByteBuffer piece = ByteBuffer.wrap(array);

  Inflation(boolean raw) {
    inflater = new Inflater(raw);
  }

  /** Inflates from {@code in} until it is used up or the stream ends, whichever comes first. */
  void inflate(ByteBuffer in, ByteSink out, Watcher watcher) {
    inflater.setInput(in);
    int length;
    do {
      length = next();
      if (length > 0) {
        watcher.saw(array, length);
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

  boolean finished() {
    return inflater.finished();
  }

  long written() {
    return inflater.getBytesWritten();
  }

  void reset() {
    inflater.reset();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
