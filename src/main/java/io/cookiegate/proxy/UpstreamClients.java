package io.cookiegate.proxy;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.AbstractConnectionPool;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.client.transport.HttpDestination;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients towards the upstreams: one for all that the platform's certificate authorities
 * vouch for, and one for each file of private ones. They share the server's loops and buffers.
 */
final class UpstreamClients extends ContainerLifeCycle {
  /** How often within the time for which they are kept connections are looked at. */
  private static final int LOOKS = 8;

  private final Server server;
  private final Loops loops;
  private final ProxySettings settings;
  private final Map<@Nullable Path, HttpClient> byAuthorities = new HashMap<>();

  private final Map<Place, Destination> destinations = new ConcurrentHashMap<>();

  private final Map<Upstream, Standing> standings = new ConcurrentHashMap<>();

  private final Set<UpstreamConnection> connections = ConcurrentHashMap.newKeySet();

  private volatile Scheduler.Task next = () -> false;

  /** An address of an upstream as it is reached from one loop. */
  private record Place(Upstream upstream, int address, ManagedSelector loop) {}

  UpstreamClients(Server server, Loops loops, ProxySettings settings) {
    this.server = server;
    this.loops = loops;
    this.settings = settings;
  }

  /** Makes a client for an upstream unless there is one. */
  synchronized void prepare(Upstream upstream) throws ProxyStartException {
    if (!byAuthorities.containsKey(upstream.authorities())) {
      HttpClient client = newClient(upstream.authorities());
      byAuthorities.put(upstream.authorities(), client);
      addManaged(client);
    }
    if (upstream.origins().stream().anyMatch(origin -> "https".equals(origin.getScheme()))) {
      prepareTls(of(upstream));
    }
  }

  private static void prepareTls(HttpClient client) throws ProxyStartException {
    try {
      ((UpstreamTls) client.getSslContextFactory()).prepare();
    } catch (Exception e) {
      throw new ProxyStartException(
          "TLS towards upstreams cannot be used: " + e.getMessage() + ".", e);
    }
  }

  /** The private authorities of a client, read anew. */
  record Trust(SslContextFactory.Client tls, KeyStore authorities) {
    /** Trusts them from the next connection on. */
    void use() throws Exception {
      tls.reload(factory -> factory.setTrustStore(authorities));
    }
  }

  /** The authorities of these upstreams as their files have them now, still to be used. */
  synchronized List<Trust> trusts(Collection<Upstream> upstreams) throws ProxyStartException {
    Map<Path, Trust> trusts = new HashMap<>();
    for (Upstream upstream : upstreams) {
      Path file = upstream.authorities();
      if (file != null && !trusts.containsKey(file)) {
        SslContextFactory.Client tls = of(upstream).getSslContextFactory();
        trusts.put(file, new Trust(tls, PemFiles.authorities(file)));
      }
    }
    return List.copyOf(trusts.values());
  }

  synchronized HttpClient of(Upstream upstream) {
    HttpClient client = byAuthorities.get(upstream.authorities());
    if (client == null) {
      throw new IllegalStateException("no client for " + upstream);
    }
    return client;
  }

  /** Where requests of one loop's visitors to an upstream go; its connections are on that loop. */
  Destination destination(Upstream upstream, int address, ManagedSelector loop) {
    Place place = new Place(upstream, address, loop);
    Destination known = destinations.get(place);
    return known == null ? newDestination(place) : known;
  }

  private Destination newDestination(Place place) {
    URI uri = place.upstream().origins().get(place.address());
    Origin origin = new Origin(uri.getScheme(), uri.getHost(), Upstream.port(uri), place.loop());
    Destination destination = of(place.upstream()).resolveDestination(origin);
    destinations.put(place, destination);
    return destination;
  }

  /** Which of an upstream's addresses take connections. */
  Standing standing(Upstream upstream) {
    Standing known = standings.get(upstream);
    return known == null
        ? standings.computeIfAbsent(upstream, one -> new Standing(one.origins(), System::nanoTime))
        : known;
  }

  /** How many requests wait for a connection. */
  int waiting() {
    return destinations.values().stream()
        .mapToInt(place -> ((HttpDestination) place).getQueuedRequestCount())
        .sum();
  }

  /** How many connections are open. */
  int connections() {
    return destinations.values().stream()
        .map(Destination::getConnectionPool)
        .mapToInt(pool -> ((AbstractConnectionPool) pool).getConnectionCount())
        .sum();
  }

  /** What the body of one request is measured by. */
  Pace pace() {
    return new Pace(settings.limits(), settings.timeouts());
  }

  ProxyTimeouts timeouts() {
    return settings.timeouts();
  }

  void later(long delay, TimeUnit unit, Runnable task) {
    var unused = server.getScheduler().schedule(task, delay, unit);
  }

  private HttpClient newClient(@Nullable Path authorities) throws ProxyStartException {
    UpstreamConnector connector = new UpstreamConnector(server, loops);
    connector.setSslContextFactory(trusting(authorities));
    HttpClient client = new QuietClient(new Transport(connector));
    limit(client);
    passOn(client);
    return client;
  }

  private static UpstreamTls trusting(@Nullable Path authorities) throws ProxyStartException {
    UpstreamTls factory = new UpstreamTls();
    if (authorities != null) {
      factory.setTrustStore(PemFiles.authorities(authorities));
    }
    return factory;
  }

  private void limit(HttpClient client) {
    ProxyLimits limits = settings.limits();
    client.setConnectTimeout(settings.timeouts().connect().toMillis());
    client.setIdleTimeout(settings.timeouts().upstreamSilence().toMillis());
    client.setMaxConnectionsPerDestination(
        Math.max(1, limits.upstreamConnections() / loops.getSelectorCount()));
    client.setMaxRequestsQueuedPerDestination(
        Math.max(1, limits.upstreamQueue() / loops.getSelectorCount()));
    client.setMaxResponseHeadersSize(limits.responseHeadBytes());
  }

  /** Nothing is followed, decoded, remembered or added. */
  private static void passOn(HttpClient client) {
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(null);
    client.setDefaultRequestContentType(null);
    client.setHttpCompliance(Compliance.ANSWERS);
  }

  // Connections that nobody needs.

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    look();
  }

  @Override
  protected void doStop() throws Exception {
    next.cancel();
    super.doStop();
  }

  /** One look at all instead of a timer each, which would be set anew with every request. */
  private void look() {
    long kept = settings.timeouts().upstreamKeepAlive().toNanos();
    connections.forEach(connection -> connection.closeIfIdle(kept));
    next = server.getScheduler().schedule(this::look, Math.max(1, kept / LOOKS), NANOSECONDS);
  }

  /** Makes the gate's own connections. */
  private final class Transport extends HttpClientTransportOverHTTP {
    Transport(UpstreamConnector connector) {
      super(connector);
    }

    @Override
    public Connection newConnection(EndPoint endPoint, Map<String, Object> context) {
      UpstreamConnection connection = new UpstreamConnection(endPoint, context);
      connections.add(connection);
      connection.addEventListener(
          new Connection.Listener() {
            @Override
            public void onClosed(Connection gone) {
              connections.remove(connection);
            }
          });
      return connection;
    }
  }

  /** Jetty adds its own decoders and protocol handlers at the start. */
  @SuppressWarnings("try") // its close() may be interrupted, and it is stopped, never closed
  private static final class QuietClient extends HttpClient {
    QuietClient(HttpClientTransportOverHTTP transport) {
      super(transport);
    }

    @Override
    protected void doStart() throws Exception {
      super.doStart();
      getContentDecoderFactories().clear();
      getProtocolHandlers().clear();
    }
  }
}
