package io.cookiegate.html;

import java.nio.ByteBuffer;

/**
 * A streaming rewriter of one page: bytes in, in pieces of any size, the same bytes out but for
 * what its handler changed. The page's charset must be ASCII-compatible.
 */
public final class HtmlRewriter {
  private final Emitter emitter;
  private final Tokenizer tokenizer;
  private boolean usable = true;

  public HtmlRewriter(TagHandler handler, HtmlLimits limits, Output output) {
    this(Syntax.HTML, handler, limits, output);
  }

  public HtmlRewriter(Syntax syntax, TagHandler handler, HtmlLimits limits, Output output) {
    this.emitter = new Emitter(output);
    this.tokenizer = Tokenizer.of(syntax, handler, limits, emitter);
  }

  /** Rewrites the next piece of the page. */
  public void write(byte[] array, int from, int to) {
    enter();
    emitter.reading(array);
    tokenizer.read(array, from, to);
    emitter.reading(NONE);
    usable = true;
  }

  /** What a handler's or output's exception left half decided is not gone on with. */
  private void enter() {
    if (!usable) {
      throw new IllegalStateException("the rewriter has ended or failed");
    }
    usable = false;
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
    enter();
    tokenizer.end();
  }

  private static final byte[] NONE = {};
}
