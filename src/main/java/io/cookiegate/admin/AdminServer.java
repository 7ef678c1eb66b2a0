package io.cookiegate.admin;

import io.cookiegate.inventory.Inventory;
import java.io.IOException;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server for operators. It asks for no password, so it belongs on an address of their own. */
public final class AdminServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;

  private AdminServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 takes a free one
   * @param readiness whether the gate takes visitors
   * @param metrics all numbers in the text format of Prometheus
   * @throws IOException if the address cannot be listened on
   */
  public static AdminServer start(
      String host, int port, Readiness readiness, Inventory inventory, Supplier<String> metrics)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(8, 2);
    threads.setName("admin");
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new AdminHandler(readiness, inventory, metrics));
    AdminServer admin = new AdminServer(server, connector);
    admin.open();
    return admin;
  }

  private void open() throws IOException {
    try {
      connector.open();
      server.start();
    } catch (IOException e) {
      close();
      throw e;
    } catch (Exception e) {
      close();
      throw new IOException("the pages for operators do not start: " + e.getMessage(), e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the pages for operators do not stop", e);
    } finally {
      server.destroy();
    }
  }
}
