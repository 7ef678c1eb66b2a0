package io.cookiegate.e2e;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;

/** Counts the connections that a connector accepts. */
final class ConnectionCounter implements Connection.Listener {
  private final AtomicInteger count;

  ConnectionCounter(AtomicInteger count) {
    this.count = count;
  }

  @Override
  public void onOpened(Connection connection) {
    count.incrementAndGet();
  }
}
