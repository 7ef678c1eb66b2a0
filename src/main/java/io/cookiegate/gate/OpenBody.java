package io.cookiegate.gate;

import io.cookiegate.coding.CodingException;

/** A body as long as it goes on: whatever fails closes it, and nothing more is sent. */
final class OpenBody {
  private final GateObserver observer;
  private boolean closed;

  OpenBody(GateObserver observer) {
    this.observer = observer;
  }

  /** Takes a step. */
  void run(Runnable step) {
    if (closed) {
      throw new IllegalStateException("the body is closed");
    }
    try {
      step.run();
    } catch (BodyClosedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw close(Closure.FAILURE, e);
    }
  }

  /** Takes a part of a step, which has a reason of its own to fail. */
  void decode(Closure broken, Runnable part) {
    try {
      part.run();
    } catch (CodingException e) {
      throw close(broken, e);
    }
  }

  private BodyClosedException close(Closure reason, RuntimeException cause) {
    closed = true;
    observer.closed(reason);
    return new BodyClosedException(reason, cause);
  }

  void close() {
    closed = true;
  }
}
