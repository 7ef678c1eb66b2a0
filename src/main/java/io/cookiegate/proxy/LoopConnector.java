package io.cookiegate.proxy;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SelectorManager.AcceptListener;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/** A listener whose visitors are spread over the {@link Loops}; it has no selector of its own. */
final class LoopConnector extends ServerConnector {
  private final Loops loops;

  LoopConnector(Server server, Loops loops, ConnectionFactory... protocols) {
    super(server, new LoopExecutor(server.getThreadPool()), null, null, 1, 1, protocols);
    this.loops = loops;
  }

  @Override
  public void accept(int acceptor) throws IOException {
    if (getTransport() instanceof ServerSocketChannel listening && listening.isOpen()) {
      SocketChannel visitor = listening.accept();
      visitor.configureBlocking(false);
      configure(visitor.socket());
      getBeans(AcceptListener.class).forEach(cap -> cap.onAccepting(visitor));
      loops.accept(visitor, this);
    }
  }

  @Override
  protected void onEndPointOpened(EndPoint endPoint) {
    super.onEndPointOpened(endPoint);
    SelectableChannel channel = ((VisitorEndPoint) endPoint).getChannel();
    getBeans(AcceptListener.class).forEach(cap -> cap.onAccepted(channel));
  }

  @Override
  protected void onEndPointClosed(EndPoint endPoint) {
    super.onEndPointClosed(endPoint);
    SelectableChannel channel = ((VisitorEndPoint) endPoint).getChannel();
    getBeans(AcceptListener.class).forEach(cap -> cap.onClosed(channel));
  }

  /** A visitor is gone before the loops have taken the connection. */
  void notTaken(SelectableChannel channel, Throwable cause) {
    getBeans(AcceptListener.class).forEach(cap -> cap.onAcceptFailed(channel, cause));
  }

  @Override
  protected SelectorManager newSelectorManager(
      Executor executor, Scheduler scheduler, int selectors) {
    return new ServerConnectorManager(executor, scheduler, selectors) {
      @Override
      protected void doStart() {} // the loops' selectors are used

      @Override
      protected void doStop() {}
    };
  }
}
