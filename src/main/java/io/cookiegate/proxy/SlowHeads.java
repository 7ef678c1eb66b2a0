package io.cookiegate.proxy;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections on which a request's head, or what goes before it, comes so slowly that it keeps
 * Jetty's timeout of silence from expiring. It looks at all connections now and then, so that quick
 * visitors cost nothing.
 */
final class SlowHeads extends AbstractLifeCycle {
  private static final Logger LOG = LoggerFactory.getLogger(SlowHeads.class);
  private static final int LOOKS = 8;

  private final Scheduler scheduler;
  private final Collection<LoopConnector> connectors;
  private final ProxyTimeouts timeouts;
  private final AtomicLong closed = new AtomicLong();
  private volatile Scheduler.Task next = () -> false;

  SlowHeads(Scheduler scheduler, Collection<LoopConnector> connectors, ProxyTimeouts timeouts) {
    this.scheduler = scheduler;
    this.connectors = connectors;
    this.timeouts = timeouts;
  }

  /** How many connections were closed. */
  long closed() {
    return closed.get();
  }

  @Override
  protected void doStart() {
    schedule();
  }

  @Override
  protected void doStop() {
    next.cancel();
  }

  private void schedule() {
    Duration pause = timeouts.visitorHead().dividedBy(LOOKS);
    next = scheduler.schedule(this::look, pause.toNanos(), NANOSECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    for (LoopConnector connector : connectors) {
      for (EndPoint endPoint : connector.getConnectedEndPoints()) {
        if (endPoint instanceof VisitorEndPoint visitor && visitor.isOpen()) {
          look(visitor, now);
        }
      }
    }
    if (isRunning()) {
      schedule();
    }
  }

  private void look(VisitorEndPoint visitor, long now) {
    HeadWatch.Owing owing = visitor.watch().look(visitor.getConnection(), now);
    Duration most =
        switch (owing) {
          case NOTHING -> null;
          case HEAD -> timeouts.visitorHead();
          case REQUEST -> timeouts.visitorSilence();
        };
    if (most != null && visitor.watch().isOver(most, now)) {
      closed.incrementAndGet();
      LOG.debug("closed a connection that owes a request for too long: {}", owing);
      visitor.close(new TimeoutException("slow request head"));
    }
  }
}
