package io.cookiegate.gate;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A body that goes on as it came while the judge reads along, so that the observer learns what would
 * have gone. What the judge cannot read costs nothing but the knowledge.
 */
record ObservePlan(RewritePlan judged) implements BodyPlan.Rewrite {
  @Override
  public BodyRewriter open() {
    return new ObservedBody(judged.open());
  }

  private static final class ObservedBody implements BodyRewriter {
    private static final BodySink NOWHERE = bytes -> {};

    private @Nullable BodyRewriter judge;

    ObservedBody(BodyRewriter judge) {
      this.judge = judge;
    }

    @Override
    public void write(ByteBuffer upstreamBytes, BodySink sink) {
      ByteBuffer read = upstreamBytes.duplicate();
      sink.write(upstreamBytes.slice());
      upstreamBytes.position(upstreamBytes.limit());
      tell(rewriter -> rewriter.write(read, NOWHERE));
    }

    @Override
    public void flush(BodySink sink) {
      // The bytes went on when they came.
    }

    @Override
    public void end(BodySink sink) {
      tell(rewriter -> rewriter.end(NOWHERE));
    }

    private void tell(Consumer<BodyRewriter> step) {
      BodyRewriter rewriter = judge;
      if (rewriter != null) {
        try {
          step.accept(rewriter);
        } catch (BodyClosedException e) {
          // The observer was told; the visitor gets the page all the same.
          close();
        }
      }
    }

    @Override
    public void close() {
      BodyRewriter rewriter = judge;
      judge = null;
      if (rewriter != null) {
        rewriter.close();
      }
    }
  }
}
