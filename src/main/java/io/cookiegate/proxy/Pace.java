package io.cookiegate.proxy;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * How quickly a request's body comes, in the time for which the gate waits for it: an upstream that
 * takes it slowly is not the visitor's fault.
 */
final class Pace {
  private final long least;
  private final long graceNanos;
  private long came;
  private long waitedNanos;

  Pace(ProxyLimits limits, ProxyTimeouts timeouts) {
    this.least = limits.visitorBytesPerSecond();
    this.graceNanos = timeouts.visitorHead().toNanos();
  }

  /** The same task, with the time until it is run counted. */
  Runnable waiting(Runnable demanded) {
    return new Wait(demanded, System.nanoTime());
  }

  /** Takes note of bytes that came. */
  void came(int bytes) throws TimeoutException {
    came += bytes;
    long late = waitedNanos - graceNanos;
    if (late > 0 && came < late / 1e9 * least) {
      throw new TimeoutException("slow request body");
    }
  }

  private final class Wait implements Invocable.Task {
    private final Runnable demanded;
    private final long since;

    Wait(Runnable demanded, long since) {
      this.demanded = demanded;
      this.since = since;
    }

    @Override
    public void run() {
      waitedNanos += System.nanoTime() - since;
      demanded.run();
    }

    @Override
    public InvocationType getInvocationType() {
      return Invocable.getInvocationType(demanded);
    }
  }
}
