package io.cookiegate.proxy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * Connects to upstreams on the {@link Loops}: each connection on the loop that its destination is
 * tagged with.
 */
final class UpstreamConnector extends ClientConnector {
  private final Loops loops;
  private @Nullable Handover handover;

  UpstreamConnector(Server server, Loops loops) {
    this.loops = loops;
    setExecutor(server.getThreadPool());
    setScheduler(server.getScheduler());
    setByteBufferPool(server.getByteBufferPool());
    setSelectors(1);
  }

  Handover handover() {
    return requireNonNull(handover, "not started");
  }

  @Override
  protected SelectorManager newSelectorManager() {
    Handover made = new Handover();
    handover = made;
    return made;
  }

  /** Hands channels over to the loops, and makes of them there what Jetty's client makes of them. */
  final class Handover extends ClientSelectorManager {
    Handover() {
      super(UpstreamConnector.this.getExecutor(), UpstreamConnector.this.getScheduler(), 1);
    }

    @Override
    protected void doStart() {} // the loops' selectors are used

    @Override
    protected void doStop() {}

    @Override
    public void connect(SelectableChannel channel, Object context) {
      loops.onto(loop(context), () -> loops.connect(channel, context));
    }

    @Override
    public void accept(SelectableChannel channel, Object context) {
      loops.onto(loop(context), () -> loops.accept(channel, context));
    }

    private static ManagedSelector loop(Object context) {
      Object destination = ((Map<?, ?>) context).get(Destination.CONTEXT_KEY);
      return (ManagedSelector) ((Destination) requireNonNull(destination)).getOrigin().getTag();
    }

    @Override
    protected EndPoint newEndPoint(
        SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
      EndPoint endPoint = new LoopEndPoint((SocketChannel) channel, selector, key, getScheduler());
      endPoint.setIdleTimeout(UpstreamConnector.this.getIdleTimeout().toMillis());
      return endPoint;
    }

    @Override
    public Connection newConnection(SelectableChannel channel, EndPoint endPoint, Object context)
        throws IOException {
      return super.newConnection(channel, endPoint, context);
    }

    @Override
    protected void connectionFailed(SelectableChannel channel, Throwable cause, Object context) {
      super.connectionFailed(channel, cause, context);
    }
  }
}
