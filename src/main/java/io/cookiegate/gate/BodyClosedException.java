package io.cookiegate.gate;

/** A body could not be judged to its end: what was not sent yet must not be sent. */
public final class BodyClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Closure closure;

  BodyClosedException(Closure closure, Throwable cause) {
    super(closure.sentence(), cause);
    this.closure = closure;
  }

  /** Why. */
  public Closure closure() {
    return closure;
  }
}
