package io.cookiegate.gate;

import io.cookiegate.coding.ByteStep;
import io.cookiegate.coding.ContentCodings;
import io.cookiegate.coding.PageCharset;
import io.cookiegate.coding.Recoding;
import io.cookiegate.html.HtmlLimits;
import io.cookiegate.html.HtmlRewriter;
import io.cookiegate.html.Output;
import io.cookiegate.html.Syntax;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One page's body on its way: decoded, read in an ASCII-compatible charset, gated, and brought back
 * into the charset and coding it came in. Whatever fails closes the body: nothing more is sent.
 *
 * <pre>
 * upstream -> decoder -> reader -> HtmlRewriter -> writer -> encoder -> sink
 * </pre>
 *
 * <p>Where no coding and no charset is in the way, bytes that stay are handed on as slices of the
 * caller's buffer, each as long as possible.
 */
final class PageRewriter implements BodyRewriter, Output {
  private static final int DEEPEST_NESTING = 512;

  private final OpenBody body;
  private final ByteStep decoder;
  private final ByteStep encoder;
  private final RewritePlan plan;
  private final SourceSlices slices = new SourceSlices();
  private Reading page;

  /** Not null as long as it is not known what a browser takes the page for. */
  private @Nullable TypeSniffer sniffer;

  private @Nullable BodySink target;
  private byte @Nullable [] pending;
  private int pendingFrom;
  private int pendingTo;

  PageRewriter(RewritePlan plan) {
    this.body = new OpenBody(plan.observer());
    String coding = plan.page().contentEncoding();
    Recoding recoding = ContentCodings.recoding(coding == null ? "" : coding);
    this.decoder = recoding.decoder();
    this.encoder = recoding.encoder();
    this.plan = plan;
    PageType type = PageType.of(plan.page().contentType());
    this.sniffer = type == PageType.UNKNOWN ? new TypeSniffer() : null;
    this.page = reading(plan.page(), type.syntax());
  }

  /** What reads a page in one way. */
  private record Reading(ByteStep reader, PageGate gate, HtmlRewriter html, ByteStep writer)
      implements AutoCloseable {
    @Override
    public void close() {
      try (writer) {
        reader.close();
      }
    }
  }

  private Reading reading(PageContext context, Syntax syntax) {
    String contentType = context.contentType();
    PageCharset charset =
        syntax == Syntax.XML ? PageCharset.ofXml(contentType) : PageCharset.of(contentType);
    SiteRules rules = plan.rules();
    PageGate gate =
        new PageGate(new PageScope(rules, plan.gating(), plan.observer(), context, charset));
    HtmlRewriter html = new HtmlRewriter(syntax, gate, limits(rules.limits()), this);
    return new Reading(charset.reader(), gate, html, charset.writer());
  }

  private static HtmlLimits limits(GateLimits limits) {
    return new HtmlLimits(limits.tagBytes(), limits.scriptBytes(), DEEPEST_NESTING);
  }

  @Override
  public void write(ByteBuffer upstreamBytes, BodySink sink) {
    run(sink, () -> slices.forEach(upstreamBytes, piece -> decode(piece)));
  }

  @Override
  public void flush(BodySink sink) {
    run(
        sink,
        () -> {
          flushDecoder();
          page.reader.flush(this::rewrite);
          handOn();
          page.writer.flush(this::encode);
          encoder.flush(this::send);
        });
  }

  @Override
  public void end(BodySink sink) {
    run(
        sink,
        () -> {
          endDecoder();
          endReader();
          page.html.end();
          handOn();
          page.writer.end(this::encode);
          encoder.end(this::send);
        });
  }

  private void run(BodySink sink, Runnable steps) {
    target = sink;
    try {
      body.run(steps);
    } finally {
      slices.release();
      page.gate.rest();
      pending = null;
      target = null;
    }
  }

  // In.

  private void decode(ByteBuffer bytes) {
    body.decode(Closure.BROKEN_CODING, () -> decoder.write(bytes, this::read));
    handOn();
  }

  private void flushDecoder() {
    body.decode(Closure.BROKEN_CODING, () -> decoder.flush(this::read));
  }

  private void endDecoder() {
    body.decode(Closure.BROKEN_CODING, () -> decoder.end(this::read));
  }

  private void read(ByteBuffer bytes) {
    TypeSniffer start = sniffer;
    if (start == null) {
      readPage(bytes);
    } else if (start.tells(bytes)) {
      readFrom(start);
      readPage(bytes);
    }
  }

  /** Reads the page from its start on, as what a browser takes it for. */
  private void readFrom(TypeSniffer start) {
    sniffer = null;
    if (start.isXml()) {
      page = reading(plan.page().unasked(), Syntax.XML);
    }
    readPage(start.taken());
  }

  private void readPage(ByteBuffer bytes) {
    body.decode(Closure.UNREADABLE_CHARSET, () -> page.reader.write(bytes, this::rewrite));
  }

  private void endReader() {
    TypeSniffer start = sniffer;
    if (start != null) {
      readFrom(start);
    }
    body.decode(Closure.UNREADABLE_CHARSET, () -> page.reader.end(this::rewrite));
  }

  private void rewrite(ByteBuffer bytes) {
    page.html.write(bytes);
    handOn();
  }

  // Out.

  @Override
  public void kept(byte[] array, int from, int to) {
    if (pending == array && pendingTo == from) {
      pendingTo = to;
    } else {
      handOn();
      pending = array;
      pendingFrom = from;
      pendingTo = to;
    }
  }

  @Override
  public void made(byte[] array, int from, int to) {
    handOn();
    page.writer.write(ByteBuffer.wrap(array, from, to - from), this::encode);
  }

  private void handOn() {
    byte[] array = pending;
    if (array != null && pendingTo > pendingFrom) {
      pending = null;
      page.writer.write(ByteBuffer.wrap(array, pendingFrom, pendingTo - pendingFrom), this::encode);
    }
    pending = null;
  }

  private void encode(ByteBuffer bytes) {
    encoder.write(bytes, this::send);
  }

  private void send(ByteBuffer bytes) {
    BodySink sink = target;
    if (sink != null && bytes.hasRemaining()) {
      sink.write(slices.of(bytes));
    }
  }

  @Override
  public void close() {
    body.close();
    Reading last = page;
    try (decoder;
        last;
        encoder) {
      pending = null;
    }
  }
}
