package io.cookiegate.gate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A body that is held until it is whole, and then recalled or rewritten at once. A visitor must not
 * wait for it: where it is longer than expected, or the upstream pauses before its end, what is held
 * is rewritten and the rest follows as it comes, like that of any page. Only a pause shortly after
 * the beginning of a body of known length is waited for, because such a body is under way as a whole.
 */
final class RecalledBody implements BodyRewriter {
  private static final long PATIENCE_NANOS = 20_000_000;

  private final RecallPlan plan;
  private final long began = System.nanoTime();
  private byte[] held;
  private int length;
  private @Nullable BodyRewriter rewriter;

  RecalledBody(RecallPlan plan) {
    this.plan = plan;
    this.held = new byte[plan.length() < 0 ? 16 << 10 : (int) plan.length()];
  }

  @Override
  public void write(ByteBuffer upstreamBytes, BodySink sink) {
    int more = upstreamBytes.remaining();
    if (rewriter == null && length + more > RecallPlan.LONGEST) {
      letGo(sink);
    }
    if (rewriter == null) {
      hold(upstreamBytes, more);
    } else {
      rewriter.write(upstreamBytes, sink);
    }
  }

  private void hold(ByteBuffer bytes, int more) {
    if (length + more > held.length) {
      held = Arrays.copyOf(held, Math.max(2 * held.length, length + more));
    }
    bytes.get(held, length, more);
    length += more;
  }

  private void letGo(BodySink sink) {
    BodyRewriter rest = plan.rewriting().open();
    rewriter = rest;
    rest.write(ByteBuffer.wrap(held, 0, length), sink);
    held = Bytes.NONE;
  }

  @Override
  public void flush(BodySink sink) {
    if (rewriter == null && !mayWait()) {
      letGo(sink);
    }
    if (rewriter != null) {
      rewriter.flush(sink);
    }
  }

  private boolean mayWait() {
    return plan.length() >= 0 && System.nanoTime() - began < PATIENCE_NANOS;
  }

  @Override
  public void end(BodySink sink) {
    if (rewriter != null) {
      rewriter.end(sink);
    } else {
      recallOrMake(sink);
    }
  }

  private void recallOrMake(BodySink sink) {
    PageMemory.Key key = PageMemory.Key.of(plan.rewriting(), held, length);
    PageMemory.Result known = plan.memory().recall(key);
    if (known == null) {
      known = make();
      if (known.seen().areFew()) {
        plan.memory().remember(key, known);
      }
    } else {
      known.seen().tell(plan.rewriting().observer());
    }
    sink.write(known.body());
  }

  private PageMemory.Result make() {
    RewritePlan plan = this.plan.rewriting();
    Observations seen = new Observations(plan.observer());
    ByteArrayOutputStream made = new ByteArrayOutputStream(2 * length);
    BodyRewriter making = new RewritePlan(plan.rules(), seen, plan.gating(), plan.page()).open();
    rewriter = making;
    BodySink sink = bytes -> append(made, bytes);
    making.write(ByteBuffer.wrap(held, 0, length), sink);
    making.end(sink);
    return new PageMemory.Result(made.toByteArray(), seen);
  }

  private static void append(ByteArrayOutputStream made, ByteBuffer bytes) {
    byte[] piece = new byte[bytes.remaining()];
    bytes.get(piece);
    made.write(piece, 0, piece.length);
  }

  @Override
  public void close() {
    if (rewriter != null) {
      rewriter.close();
    }
  }
}
