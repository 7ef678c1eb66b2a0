package io.cookiegate.proxy;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body on its way from the upstream to the visitor: reads a chunk, writes it, reads the
 * next when the visitor has taken it, so that the slower side sets the pace and nothing piles up.
 */
abstract class BodyRelay extends IteratingCallback {
  private final Exchange exchange;
  private final Content.Source upstreamBody;
  private final Response visitorResponse;
  private final Runnable demanded = Invocable.from(InvocationType.NON_BLOCKING, this::succeeded);
  private boolean lastWritten;
  private @Nullable Throwable broken;

  BodyRelay(Exchange exchange, Content.Source upstreamBody) {
    this.exchange = exchange;
    this.upstreamBody = upstreamBody;
    this.visitorResponse = exchange.visitorResponse();
  }

  @Override
  protected final Action process() throws Throwable {
    try {
      return lastWritten ? Action.SUCCEEDED : step();
    } catch (Throwable failure) {
      broken = failure;
      throw failure;
    }
  }

  /** Does the next thing. */
  abstract Action step() throws Throwable;

  /** Frees what is held between two steps. */
  abstract void release();

  /** The next chunk; null where the upstream has paused. */
  final Content.@Nullable Chunk read() throws Throwable {
    Content.Chunk chunk = upstreamBody.read();
    if (chunk != null && Content.Chunk.isFailure(chunk)) {
      throw chunk.getFailure();
    }
    return chunk;
  }

  final Action write(boolean last, ByteBuffer bytes) {
    lastWritten = last;
    visitorResponse.write(last, bytes, this);
    return Action.SCHEDULED;
  }

  final Action await() {
    upstreamBody.demand(demanded);
    return Action.SCHEDULED;
  }

  @Override
  protected final void onCompleteSuccess() {
    release();
    exchange.answered();
  }

  @Override
  protected final void onCompleteFailure(Throwable cause) {
    release();
    if (cause == broken) {
      exchange.broken(cause);
    } else {
      exchange.visitorGone(cause);
    }
  }

  @Override
  public final InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
