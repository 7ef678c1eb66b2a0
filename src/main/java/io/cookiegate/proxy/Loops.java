package io.cookiegate.proxy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * The event loops: selectors that carry visitors' and upstreams' sockets alike. An upstream
 * connection lives on the loop of the visitor for whom it was opened and serves visitors of that
 * loop only, so that an exchange runs on one thread from the first byte to the last: no hand-off,
 * and no selector to be woken.
 *
 * <p>What is attached to a channel tells whose it is: a visitor's has its {@link LoopConnector}, an
 * upstream's the context that Jetty's {@link ClientConnector} gave it.
 */
final class Loops extends SelectorManager {
  private static final ThreadLocal<@Nullable ManagedSelector> WANTED = new ThreadLocal<>();

  Loops(Server server, int count) {
    super(server.getThreadPool(), server.getScheduler(), count);
  }

  /** The loop on which a visitor's connection lives. */
  static ManagedSelector of(Request visitorRequest) {
    EndPoint endPoint = visitorRequest.getConnectionMetaData().getConnection().getEndPoint();
    while (endPoint instanceof EndPoint.Wrapper wrapper) {
      endPoint = wrapper.unwrap();
    }
    return ((VisitorEndPoint) endPoint).loop();
  }

  /** Opens a connection to an upstream on one loop. */
  void onto(ManagedSelector loop, Runnable registration) {
    WANTED.set(loop);
    try {
      registration.run();
    } finally {
      WANTED.remove();
    }
  }

  @Override
  protected ManagedSelector chooseSelector() {
    ManagedSelector loop = WANTED.get();
    return loop == null ? super.chooseSelector() : loop;
  }

  @Override
  protected EndPoint newEndPoint(
      SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
    if (key.attachment() instanceof LoopConnector connector) {
      EndPoint endPoint =
          new VisitorEndPoint((SocketChannel) channel, selector, key, getScheduler(), connector);
      endPoint.setIdleTimeout(connector.getIdleTimeout());
      return endPoint;
    }
    return upstreams(key.attachment()).newEndPoint(channel, selector, key);
  }

  @Override
  public Connection newConnection(SelectableChannel channel, EndPoint endPoint, Object attachment)
      throws IOException {
    return attachment instanceof LoopConnector connector
        ? connector.getDefaultConnectionFactory().newConnection(connector, endPoint)
        : upstreams(attachment).newConnection(channel, endPoint, attachment);
  }

  @Override
  public void connectionOpened(Connection connection, Object attachment) {
    if (attachment instanceof LoopConnector) {
      super.connectionOpened(connection, attachment);
    } else {
      upstreams(attachment).connectionOpened(connection, attachment);
    }
  }

  @Override
  protected void connectionFailed(SelectableChannel channel, Throwable cause, Object attachment) {
    if (!(attachment instanceof LoopConnector)) {
      upstreams(attachment).connectionFailed(channel, cause, attachment);
    }
  }

  private static UpstreamConnector.Handover upstreams(Object attachment) {
    Object connector = ((Map<?, ?>) attachment).get(ClientConnector.CONTEXT_KEY);
    return ((UpstreamConnector) requireNonNull(connector)).handover();
  }

  @Override
  protected void endPointOpened(EndPoint endPoint) {
    if (endPoint instanceof VisitorEndPoint visitor) {
      visitor.connector().onEndPointOpened(visitor);
    }
  }

  @Override
  protected void endPointClosed(EndPoint endPoint) {
    if (endPoint instanceof VisitorEndPoint visitor) {
      visitor.connector().onEndPointClosed(visitor);
    }
  }

  @Override
  protected void onAcceptFailed(SelectableChannel channel, Throwable cause, Object attachment) {
    if (attachment instanceof LoopConnector connector) {
      connector.notTaken(channel, cause);
    }
    super.onAcceptFailed(channel, cause, attachment);
  }
}
