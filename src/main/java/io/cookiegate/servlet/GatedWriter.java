package io.cookiegate.servlet;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;

/**
 * The characters of an answer, encoded as they are written: nothing stays behind but the first half
 * of a surrogate pair. What the charset does not have becomes a question mark, as in containers.
 */
final class GatedWriter extends Writer {
  private static final int STEP = 2048;

  private final GatedStream out;
  private final CharsetEncoder encoder;
  private final CharBuffer chars = CharBuffer.allocate(STEP);
  private final ByteBuffer bytes;

  GatedWriter(GatedStream out, Charset charset) {
    this.out = out;
    this.encoder =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    this.bytes = ByteBuffer.allocate((int) (STEP * encoder.maxBytesPerChar()) + 16);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int at = from; at < from + length; ) {
      int step = Math.min(chars.remaining(), from + length - at);
      chars.put(text, at, step);
      at += step;
      encode(false);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int at = from; at < from + length; ) {
      int step = Math.min(chars.remaining(), from + length - at);
      chars.put(text, at, at + step);
      at += step;
      encode(false);
    }
  }

  private void encode(boolean last) throws IOException {
    chars.flip();
    encoder.encode(chars, bytes, last);
    if (last) {
      encoder.flush(bytes);
    }
    chars.compact();
    out.write(bytes.array(), 0, bytes.position());
    bytes.clear();
  }

  /** Forgets what is half written, as the answer's bytes were. */
  void reset() {
    chars.clear();
    encoder.reset();
  }

  /** Writes what is half written; nothing can be written after it. */
  void end() throws IOException {
    encode(true);
    encoder.reset();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    end();
    out.close();
  }
}
