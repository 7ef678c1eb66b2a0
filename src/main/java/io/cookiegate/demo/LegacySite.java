package io.cookiegate.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A running legacy site on a port of this machine's loopback address. */
public final class LegacySite implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int MAX_THREADS = 16;

  private final Server server;
  private final ServerConnector connector;

  private LegacySite(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts the site.
   *
   * @param port the port, or 0 for a free one
   * @param clock what the site takes its dates from: the same clock and the same request have the same
   *     answer, to the byte
   * @throws IOException where the port is not to be had
   */
  public static LegacySite start(int port, Clock clock) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
    threads.setName("legacy-site");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new SiteHandler(clock));
    LegacySite site = new LegacySite(server, connector);
    site.open();
    return site;
  }

  public int port() {
    return connector.getLocalPort();
  }

  /** The address a gate names as its upstream. */
  public URI uri() {
    return URI.create("http://" + LOOPBACK + ":" + port());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The legacy site did not stop.", e);
    }
  }

  private void open() throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      close();
      throw e;
    } catch (Exception e) {
      close();
      throw new IOException(e);
    }
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setUriCompliance(UriCompliance.RFC3986);
    return http;
  }
}
