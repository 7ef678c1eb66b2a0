package io.cookiegate.proxy;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The most connections of visitors at a time: who comes beyond it waits with the system to be taken. */
final class VisitorCap extends NetworkConnectionLimit {
  private static final Logger LOG = LoggerFactory.getLogger(VisitorCap.class);

  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  private boolean told;
  private long lastTold;

  VisitorCap(int most, Server server) {
    super(most, server);
  }

  @Override
  protected void limit() {
    super.limit();
    long now = System.nanoTime();
    if (!told || now - lastTold > PAUSE) { // it comes and goes with every visitor
      told = true;
      lastTold = now;
      LOG.warn(
          "{} visitors are connected, which is the most: others wait",
          getMaxNetworkConnectionCount());
    }
  }
}
