package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.coding.ByteStep;
import io.cookiegate.coding.ContentCodings;
import io.cookiegate.coding.PageCharset;
import io.cookiegate.coding.Recoding;
import java.nio.ByteBuffer;

/**
 * A file of speculation rules on its way (WHATWG HTML 7.6.2): held up to the bound of a script, judged
 * as the rules in a page are, and sent as it came or without any rule. A page loses no more than a
 * head start.
 */
final class RulesBody implements BodyRewriter {
  private static final byte[] NO_RULES = "{}".getBytes(US_ASCII);

  private final GateObserver observer;
  private final PageScope scope;
  private final OpenBody body;
  private final ByteStep decoder;
  private final ByteStep encoder;
  private final SourceSlices slices = new SourceSlices();
  private final Bytes held = new Bytes();
  private final int most;
  private boolean isLong;

  RulesBody(RewritePlan plan) {
    observer = plan.observer();
    body = new OpenBody(observer);
    most = plan.rules().limits().scriptBytes();
    scope = new PageScope(plan.rules(), plan.gating(), observer, plan.page(), PageCharset.utf8());
    String coding = plan.page().contentEncoding();
    Recoding recoding = ContentCodings.recoding(coding == null ? "" : coding);
    decoder = recoding.decoder();
    encoder = recoding.encoder();
  }

  @Override
  public void write(ByteBuffer upstreamBytes, BodySink sink) {
    run(() -> slices.forEach(upstreamBytes, piece -> decoder.write(piece, this::hold)));
  }

  @Override
  public void flush(BodySink sink) {
    // Nothing can be sent before all is judged.
  }

  @Override
  public void end(BodySink sink) {
    run(
        () -> {
          decoder.end(this::hold);
          encoder.write(ByteBuffer.wrap(judged()), bytes -> sink.write(slices.of(bytes)));
          encoder.end(bytes -> sink.write(slices.of(bytes)));
        });
  }

  private void hold(ByteBuffer bytes) {
    isLong |= held.length() + bytes.remaining() > most;
    if (!isLong) {
      held.add(bytes);
    }
    bytes.position(bytes.limit());
  }

  private byte[] judged() {
    if (isLong) {
      observer.closed(Closure.LONG_SCRIPT);
      return NO_RULES;
    }
    TagVerdict verdict = scope.contents.script(ScriptType.RULES, held.array(), 0, held.length());
    if (verdict == null) {
      return held.copy();
    }
    scope.inlineRemoved(verdict);
    return NO_RULES;
  }

  private void run(Runnable steps) {
    try {
      body.run(() -> body.decode(Closure.BROKEN_CODING, steps));
    } finally {
      slices.release();
    }
  }

  @Override
  public void close() {
    body.close();
    try (decoder;
        encoder) {
      held.clear();
    }
  }
}
