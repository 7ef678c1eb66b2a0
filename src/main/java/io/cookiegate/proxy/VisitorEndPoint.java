package io.cookiegate.proxy;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.util.thread.Scheduler;

/** A visitor's end of a connection. */
final class VisitorEndPoint extends LoopEndPoint {
  private final ManagedSelector loop;
  private final LoopConnector connector;
  private final HeadWatch watch = new HeadWatch(System.nanoTime());

  VisitorEndPoint(
      SocketChannel channel,
      ManagedSelector loop,
      SelectionKey key,
      Scheduler scheduler,
      LoopConnector connector) {
    super(channel, loop, key, scheduler);
    this.loop = loop;
    this.connector = connector;
  }

  ManagedSelector loop() {
    return loop;
  }

  LoopConnector connector() {
    return connector;
  }

  /** Only for {@link SlowHeads}, on its one thread at a time. */
  HeadWatch watch() {
    return watch;
  }
}
