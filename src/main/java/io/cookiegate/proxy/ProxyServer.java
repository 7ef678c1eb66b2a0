package io.cookiegate.proxy;

import io.cookiegate.config.AccessLogSettings;
import io.cookiegate.diagnostic.Reason;
import java.io.IOException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate as a reverse proxy: one server with its listeners and sites. */
public final class ProxyServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProxyServer.class);

  private static final int LEAST_CONNECTIONS = 32;

  private final ProxySettings settings;
  private final Server server;
  private final List<LoopConnector> connectors = new ArrayList<>();
  private final UpstreamClients clients;
  private final GateHandler handler;
  private final SlowHeads slowHeads;

  /**
   * A server that is not yet started.
   *
   * @throws ProxyStartException if a certificate or key cannot be used
   */
  public ProxyServer(ProxySettings settings) throws ProxyStartException {
    this.settings = settings;
    this.server = newServer();
    Loops loops = loops();
    this.clients = new UpstreamClients(server, loops, settings);
    ErrorAnswers errors = new ErrorAnswers();
    this.handler = new GateHandler(prepared(settings.sites()), clients, errors);
    server.addBean(loops);
    server.addBean(clients);
    server.setErrorHandler(errors);
    server.setHandler(new LastRequests(handler));
    observe();
    server.setStopTimeout(settings.timeouts().stop().toMillis());
    for (Listener listener : settings.listeners()) {
      LoopConnector connector = Connectors.of(server, loops, listener, settings);
      connectors.add(connector);
      server.addConnector(connector);
    }
    this.slowHeads = new SlowHeads(server.getScheduler(), connectors, settings.timeouts());
    server.addBean(slowHeads);
    server.addBean(new VisitorCap(settings.limits().visitorConnections(), server));
  }

  private void observe() throws ProxyStartException {
    List<ProxyObserver> observers = new ArrayList<>(settings.observers());
    AccessLogSettings log = settings.accessLog();
    if (log != null) {
      RequestLog.Writer writer = AccessLogWriters.of(log);
      server.addBean(writer);
      observers.add(new AccessLog(log, writer, InstantSource.system()));
    }
    if (!observers.isEmpty()) {
      server.setRequestLog(new Completions(observers));
    }
  }

  private static Server newServer() {
    return new Server(new LoopThreads());
  }

  /** One for each core, but none with few connections to an upstream of its own. */
  private Loops loops() {
    int cores = Runtime.getRuntime().availableProcessors();
    int enough = settings.limits().upstreamConnections() / LEAST_CONNECTIONS;
    Loops loops = new Loops(server, Math.max(1, Math.min(cores, enough)));
    loops.setConnectTimeout(settings.timeouts().connect().toMillis());
    return loops;
  }

  private SiteTable prepared(List<Site> sites) throws ProxyStartException {
    for (Site site : sites) {
      clients.prepare(site.upstream());
    }
    return SiteTable.of(sites);
  }

  /**
   * Opens the listeners and serves.
   *
   * @throws ProxyStartException if an address cannot be listened on
   */
  public void start() throws ProxyStartException {
    try {
      open();
      server.start();
    } catch (ProxyStartException e) {
      stopQuietly();
      throw e;
    } catch (Exception e) {
      stopQuietly();
      throw new ProxyStartException("The server does not start: " + e.getMessage(), e);
    }
  }

  private void open() throws ProxyStartException {
    for (int i = 0; i < connectors.size(); i++) {
      try {
        connectors.get(i).open();
      } catch (IOException e) {
        throw unopened(settings.listeners().get(i), e);
      }
    }
  }

  private static ProxyStartException unopened(Listener listener, IOException cause) {
    String why = Reason.of(cause);
    return new ProxyStartException("Cannot listen on " + listener + ": " + why + ".", cause);
  }

  /** The ports listened on, in the order of the listeners. */
  public List<Integer> ports() {
    return connectors.stream().map(ServerConnector::getLocalPort).toList();
  }

  /** How many connections of visitors are open. */
  public int connections() {
    return connectors.stream().mapToInt(one -> one.getConnectedEndPoints().size()).sum();
  }

  /** How many connections were closed on which a request's head did not come in time. */
  public long slowHeads() {
    return slowHeads.closed();
  }

  /** How many requests wait for a connection to their upstream. */
  public int waiting() {
    return clients.waiting();
  }

  /** How many connections to upstreams are open. */
  public int upstreamConnections() {
    return clients.connections();
  }

  /** The port of the first listener. */
  public int port() {
    return connectors.get(0).getLocalPort();
  }

  /**
   * Serves other sites from the next request on; requests under way end as they began.
   *
   * @throws ProxyStartException if a certificate authority file cannot be used; then nothing changes
   */
  public void serve(List<Site> sites) throws ProxyStartException {
    serve(sites, settings.listeners());
  }

  /**
   * The same with certificates, keys and authorities as their files have them now.
   *
   * @param listeners where one has the address of one that it was started with, its files count
   * @throws ProxyStartException if one of the files cannot be used; then nothing changes
   */
  public void serve(List<Site> sites, List<Listener> listeners) throws ProxyStartException {
    SiteTable table = prepared(sites);
    List<Renewal> renewals = new ArrayList<>();
    for (UpstreamClients.Trust trust :
        clients.trusts(sites.stream().map(Site::upstream).toList())) {
      renewals.add(trust::use);
    }
    for (int i = 0; i < connectors.size(); i++) {
      TlsFiles files = files(settings.listeners().get(i), listeners);
      if (files != null) {
        KeyStore identity = PemFiles.identity(files);
        ServerConnector connector = connectors.get(i);
        renewals.add(() -> Connectors.reload(connector, identity));
      }
    }
    renew(renewals);
    handler.serve(table);
  }

  private static @Nullable TlsFiles files(Listener started, List<Listener> listeners) {
    TlsFiles before = started.tls();
    return before == null
        ? null
        : listeners.stream()
            .filter(other -> other.toString().equals(started.toString()))
            .map(Listener::tls)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(before);
  }

  /** A file's new content on its way into use: all files are read before the first is used. */
  private interface Renewal {
    void use() throws Exception;
  }

  private static void renew(List<Renewal> renewals) throws ProxyStartException {
    try {
      for (Renewal renewal : renewals) {
        renewal.use();
      }
    } catch (Exception e) {
      throw new ProxyStartException("A certificate cannot be used: " + e.getMessage() + ".", e);
    }
  }

  /** Says with every answer from now on that the connection closes, so that clients go elsewhere. */
  public void retire() {
    connectors.forEach(Connectors::keepNone);
  }

  /**
   * Stops listening, lets requests under way finish and closes all connections, each after its last
   * answer or a moment of silence.
   */
  public void stop() {
    stopQuietly();
  }

  @Override
  public void close() {
    stop();
  }

  private void stopQuietly() {
    try {
      connectors.forEach(Connectors::keepNone);
      connectors.forEach(ServerConnector::close); // a server that never started does not
      server.stop();
    } catch (Exception e) { // what did not finish in time was cut off
      LOG.warn("stopped, but not cleanly: {}", e.toString());
    }
  }
}
