package io.cookiegate.proxy;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A visitor's body on its way to the upstream, in the chunks in which it comes. */
final class VisitorBody {
  private final Request visitorRequest;
  private final Pace pace;
  private Content.@Nullable Chunk first;
  private volatile @Nullable Throwable failure;
  private volatile boolean begun;

  private VisitorBody(Request visitorRequest, Pace pace, Content.@Nullable Chunk first) {
    this.visitorRequest = visitorRequest;
    this.pace = pace;
    this.first = first;
  }

  /** The body of a request; null where it has none. */
  static @Nullable VisitorBody of(Request visitorRequest, Pace pace) {
    long length = visitorRequest.getLength();
    if (length > 0) {
      return new VisitorBody(visitorRequest, pace, null);
    }
    return length == 0 ? null : ofUnknownLength(visitorRequest, pace);
  }

  /** HTTP/2 tells the end of a request without a body only by its first chunk. */
  private static @Nullable VisitorBody ofUnknownLength(Request visitorRequest, Pace pace) {
    Content.Chunk chunk = visitorRequest.read();
    boolean none =
        chunk != null && chunk.isLast() && !chunk.hasRemaining() && !Content.Chunk.isFailure(chunk);
    return none ? null : new VisitorBody(visitorRequest, pace, chunk);
  }

  /** Its length; less than 0 where that is not known. */
  long getLength() {
    return visitorRequest.getLength();
  }

  /** The next piece; null where none has come. */
  Content.@Nullable Chunk read() {
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

  /** It is not what the head says of it. */
  void refuse(Throwable why) {
    failure = why;
  }

  /** Runs something once there may be another piece. */
  void demand(Runnable demandCallback) {
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
  void fail() {
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
