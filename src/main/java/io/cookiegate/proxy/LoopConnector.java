package io.cookiegate.proxy;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
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
      loops.accept(visitor, this);
    }
  }

  @Override
  protected void onEndPointOpened(EndPoint endPoint) {
    super.onEndPointOpened(endPoint);
  }

  @Override
  protected void onEndPointClosed(EndPoint endPoint) {
    super.onEndPointClosed(endPoint);
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
