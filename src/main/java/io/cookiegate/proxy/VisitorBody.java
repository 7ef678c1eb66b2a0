package io.cookiegate.proxy;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** A visitor's body on its way to the upstream, in the chunks in which it comes. */
final class VisitorBody implements Request.Content {
  private final org.eclipse.jetty.server.Request visitorRequest;
  private final Pace pace;
  private Content.@Nullable Chunk first;
  private volatile @Nullable Throwable failure;
  private volatile boolean begun;

  private VisitorBody(
      org.eclipse.jetty.server.Request visitorRequest, Pace pace, Content.@Nullable Chunk first) {
    this.visitorRequest = visitorRequest;
    this.pace = pace;
    this.first = first;
  }

  /** The body of a request; null where it has none. */
  static @Nullable VisitorBody of(org.eclipse.jetty.server.Request visitorRequest, Pace pace) {
    long length = visitorRequest.getLength();
    if (length > 0) {
      return new VisitorBody(visitorRequest, pace, null);
    }
    return length == 0 ? null : ofUnknownLength(visitorRequest, pace);
  }

  /** HTTP/2 tells the end of a request without a body only by its first chunk. */
  private static @Nullable VisitorBody ofUnknownLength(
      org.eclipse.jetty.server.Request visitorRequest, Pace pace) {
    Content.Chunk chunk = visitorRequest.read();
    boolean none =
        chunk != null && chunk.isLast() && !chunk.hasRemaining() && !Content.Chunk.isFailure(chunk);
    return none ? null : new VisitorBody(visitorRequest, pace, chunk);
  }

  @Override
  public @Nullable String getContentType() {
    return null; // the visitor's field goes on, or none
  }

  @Override
  public long getLength() {
    return visitorRequest.getLength();
  }

  @Override
  public Content.@Nullable Chunk read() {
    begun = true;
    Content.Chunk chunk = first;
    if (chunk == null) {
      chunk = inTime(visitorRequest.read());
    } else {
      first = Content.Chunk.next(chunk);
    }
    if (chunk != null && Content.Chunk.isFailure(chunk)) {
      failure = chunk.getFailure();
    }
    return chunk;
  }

  private Content.@Nullable Chunk inTime(Content.@Nullable Chunk chunk) {
    if (chunk == null || Content.Chunk.isFailure(chunk)) {
      return chunk;
    }
    try {
      pace.came(chunk.remaining());
      return chunk;
    } catch (TimeoutException slow) {
      chunk.release();
      return Content.Chunk.from(slow);
    }
  }

  /** Why it broke off on the visitor's side; null where it did not. */
  @Nullable Throwable failure() {
    return failure;
  }

  @Override
  public void demand(Runnable demandCallback) {
    if (first == null) {
      visitorRequest.demand(pace.waiting(demandCallback));
    } else {
      demandCallback.run();
    }
  }

  /** Whether nothing of it was asked for yet, so that it can still go to another upstream. */
  boolean isWhole() {
    return !begun;
  }

  /** The upstream no longer wants the body; the visitor still gets its answer. */
  @Override
  public void fail(Throwable failure) {
    if (begun) {
      drop();
    }
  }

  /** Nobody wants it any more. */
  void drop() {
    if (first != null) {
      first.release();
      first = null;
    }
  }
}
