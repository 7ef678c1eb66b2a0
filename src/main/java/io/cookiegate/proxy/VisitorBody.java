package io.cookiegate.proxy;

import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** A visitor's body on its way to the upstream, in the chunks in which it comes. */
final class VisitorBody implements Request.Content {
  private final org.eclipse.jetty.server.Request visitorRequest;
  private Content.@Nullable Chunk first;
  private volatile boolean failed;

  private VisitorBody(
      org.eclipse.jetty.server.Request visitorRequest, Content.@Nullable Chunk first) {
    this.visitorRequest = visitorRequest;
    this.first = first;
  }

  /** The body of a request; null where it has none. */
  static @Nullable VisitorBody of(org.eclipse.jetty.server.Request visitorRequest) {
    long length = visitorRequest.getLength();
    if (length > 0) {
      return new VisitorBody(visitorRequest, null);
    }
    return length == 0 ? null : ofUnknownLength(visitorRequest);
  }

  /** HTTP/2 tells the end of a request without a body only by its first chunk. */
  private static @Nullable VisitorBody ofUnknownLength(
      org.eclipse.jetty.server.Request visitorRequest) {
    Content.Chunk chunk = visitorRequest.read();
    boolean none =
        chunk != null && chunk.isLast() && !chunk.hasRemaining() && !Content.Chunk.isFailure(chunk);
    return none ? null : new VisitorBody(visitorRequest, chunk);
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
    Content.Chunk chunk = first;
    if (chunk == null) {
      chunk = visitorRequest.read();
    } else {
      first = Content.Chunk.next(chunk);
    }
    failed |= Content.Chunk.isFailure(chunk);
    return chunk;
  }

  /** Whether it broke off on the visitor's side. */
  boolean failed() {
    return failed;
  }

  @Override
  public void demand(Runnable demandCallback) {
    if (first == null) {
      visitorRequest.demand(demandCallback);
    } else {
      demandCallback.run();
    }
  }

  @Override
  public void fail(Throwable failure) {
    // The upstream no longer wants the body; the visitor still gets its answer.
    if (first != null) {
      first.release();
      first = null;
    }
  }
}
