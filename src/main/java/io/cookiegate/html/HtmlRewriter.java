package io.cookiegate.html;

import java.nio.ByteBuffer;

/**
 * A streaming rewriter of one page: bytes in, in pieces of any size, the same bytes out but for
 * what its handler changed. The page's charset must be ASCII-compatible.
 */
public final class HtmlRewriter {
  private final TagHandler handler;
  private final Emitter emitter;

  public HtmlRewriter(TagHandler handler, HtmlLimits limits, Output output) {
    this.handler = handler;
    this.emitter = new Emitter(output);
  }

  /** Rewrites the next piece of the page. */
  public void write(byte[] array, int from, int to) {
    emitter.reading(array);
    emitter.keep(array, from, to);
  }

  /** Rewrites the next piece of the page and consumes the buffer. */
  public void write(ByteBuffer bytes) {
    if (bytes.hasArray()) {
      int from = bytes.arrayOffset() + bytes.position();
      write(bytes.array(), from, from + bytes.remaining());
      bytes.position(bytes.limit());
    } else {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      write(copy, 0, copy.length);
    }
  }

  /** Ends the page: what is held is decided now. */
  public void end() {
    emitter.make(handler.atEnd());
  }
}
