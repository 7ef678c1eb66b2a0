package io.cookiegate.gate;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A body that is compared, as it comes, with those that the page came with before. While it is like
 * one of them, what was made of that goes out, as far as it is made whatever follows. Where it is
 * like none any more, it is rewritten from its beginning, of which what has gone out is not sent
 * again: what is made of the same first bytes is always the same.
 *
 * <p>A visitor does not wait longer than for a body that is rewritten: at a pause, all goes out that
 * can. A compressed body goes out as a whole or is rewritten; only a pause shortly after the
 * beginning of one of known length is waited for, because such a body is under way as a whole.
 */
final class RecalledBody implements BodyRewriter {
  private static final long PATIENCE_NANOS = 20_000_000;

  private final RecallPlan plan;
  private final PageVersions versions;
  private final long began = System.nanoTime();
  private PageVersion version;
  private int read;
  private int sent;
  private @Nullable CatchUp behind;
  private @Nullable BodyRewriter own;

  RecalledBody(RecallPlan plan, PageVersions versions) {
    this.plan = plan;
    this.versions = versions;
    this.version = versions.newest();
  }

  @Override
  public void write(ByteBuffer upstreamBytes, BodySink sink) {
    if (own != null) {
      own.write(upstreamBytes, sink);
      return;
    }
    PageVersion same = versions.following(version, read, upstreamBytes);
    if (same == null) {
      differs(sink).write(upstreamBytes, sink);
    } else {
      version = same;
      read += upstreamBytes.remaining();
      upstreamBytes.position(upstreamBytes.limit());
      sendUpTo(plan.streams() ? version.madeOf(read) : 0, sink);
    }
  }

  private void sendUpTo(int made, BodySink sink) {
    if (made > sent) {
      sink.write(version.made(sent, made));
      sent = made;
    }
  }

  private BodyRewriter differs(BodySink sink) {
    plan.memory().differed(plan.rewriting().page());
    return rewriteFromHere(sink);
  }

  private BodyRewriter rewriteFromHere(BodySink sink) {
    CatchUp rewriter = catchUp(sink);
    rewriter.takeOver(plan.rewriting().observer());
    own = rewriter;
    return rewriter;
  }

  /** Has all sent that is made of what has come. */
  private CatchUp catchUp(BodySink sink) {
    CatchUp rewriter = behind == null ? new CatchUp(plan) : behind;
    behind = rewriter;
    sent = rewriter.follow(version, read, sent, sink);
    return rewriter;
  }

  @Override
  public void flush(BodySink sink) {
    if (own != null) {
      own.flush(sink);
    } else if (!plan.streams()) {
      flushHeld(sink);
    } else if (!version.isKnownAt(read)) {
      catchUp(sink);
      version.learn(read, sent);
    }
  }

  private void flushHeld(BodySink sink) {
    if (plan.length() < 0 || System.nanoTime() - began > PATIENCE_NANOS) {
      rewriteFromHere(sink).flush(sink);
    }
  }

  @Override
  public void end(BodySink sink) {
    PageVersion same = own == null ? versions.ending(version, read) : null;
    if (same != null) {
      version = same;
      sendUpTo(version.madeLength(), sink);
      version.tell(plan.rewriting().observer());
      plan.memory().recalled(plan.rewriting().page());
    } else {
      (own == null ? differs(sink) : own).end(sink);
    }
  }

  @Override
  public void close() {
    if (behind != null) {
      behind.close();
    }
  }
}
