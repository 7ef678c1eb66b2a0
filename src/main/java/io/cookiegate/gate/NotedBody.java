package io.cookiegate.gate;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A body that is rewritten as it comes while what is read and made of it is noted for the memory. A
 * body that turns out too long, or of which a pause made something other, goes on without notes.
 */
final class NotedBody implements BodyRewriter {
  /** The longest body that is noted. */
  static final int LONGEST = 256 << 10;

  /** After how many bytes is noted how much was made of them. */
  static final int STEP = 1 << 10;

  private final RecallPlan plan;
  private final Observations seen;
  private final BodyRewriter rewriter;
  private @Nullable Notes notes = new Notes();

  /** What is noted. */
  private static final class Notes {
    private final Bytes source = new Bytes();
    private final Bytes made = new Bytes();
    private Progress progress = Progress.NONE;

    void read(ByteBuffer bytes) {
      source.add(bytes);
    }

    void made(ByteBuffer bytes) {
      made.add(bytes);
    }

    void progress() {
      progress = progress.with(source.length(), made.length());
    }
  }

  /**
   * @param seen learns what there is to observe
   */
  NotedBody(RecallPlan plan, Observations seen) {
    this.plan = plan;
    this.seen = seen;
    this.rewriter = plan.rewriting().toldTo(seen).open();
  }

  @Override
  public void write(ByteBuffer upstreamBytes, BodySink sink) {
    while (notes != null && upstreamBytes.hasRemaining()) {
      int length = Math.min(STEP, upstreamBytes.remaining());
      step(upstreamBytes.slice(upstreamBytes.position(), length), sink);
      upstreamBytes.position(upstreamBytes.position() + length);
    }
    if (upstreamBytes.hasRemaining()) {
      rewriter.write(upstreamBytes, sink);
    }
  }

  private void step(ByteBuffer bytes, BodySink sink) {
    Notes noted = notes;
    if (noted == null || noted.source.length() + bytes.remaining() > plan.longest()) {
      notes = null;
      rewriter.write(bytes, sink);
      return;
    }
    noted.read(bytes);
    rewriter.write(bytes, noting(noted, sink));
    noted.progress();
  }

  private static BodySink noting(Notes noted, BodySink sink) {
    return bytes -> {
      noted.made(bytes);
      sink.write(bytes);
    };
  }

  @Override
  public void flush(BodySink sink) {
    Notes noted = notes;
    if (noted == null) {
      rewriter.flush(sink);
      return;
    }
    int before = noted.made.length();
    rewriter.flush(noting(noted, sink));
    if (plan.streams() && noted.made.length() != before) {
      notes = null;
    }
  }

  @Override
  public void end(BodySink sink) {
    Notes noted = notes;
    if (noted == null) {
      rewriter.end(sink);
      return;
    }
    rewriter.end(noting(noted, sink));
    if (seen.areFew()) {
      remember(noted);
    }
  }

  private void remember(Notes noted) {
    plan.memory()
        .remember(
            plan.key(),
            new PageVersion(noted.source.copy(), noted.made.copy(), noted.progress, seen));
  }

  @Override
  public void close() {
    notes = null;
    rewriter.close();
  }
}
