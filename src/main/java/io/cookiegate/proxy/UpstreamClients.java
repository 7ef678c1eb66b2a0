package io.cookiegate.proxy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients towards the upstreams: one for all that the platform's certificate authorities
 * vouch for, and one for each file of private ones. They share the server's threads and buffers.
 */
final class UpstreamClients extends ContainerLifeCycle {
  /** Room for a page in one read (measured: large pages get dearer with Jetty's 16 KiB). */
  private static final int READ = 64 << 10;

  private final Server server;
  private final ProxySettings settings;
  private final Map<@Nullable Path, HttpClient> byAuthorities = new HashMap<>();

  UpstreamClients(Server server, ProxySettings settings) {
    this.server = server;
    this.settings = settings;
  }

  /** Makes a client for an upstream unless there is one. */
  synchronized void prepare(Upstream upstream) throws ProxyStartException {
    if (!byAuthorities.containsKey(upstream.authorities())) {
      HttpClient client = newClient(upstream.authorities());
      byAuthorities.put(upstream.authorities(), client);
      addManaged(client);
    }
  }

  synchronized HttpClient of(Upstream upstream) {
    HttpClient client = byAuthorities.get(upstream.authorities());
    if (client == null) {
      throw new IllegalStateException("no client for " + upstream);
    }
    return client;
  }

  ProxyTimeouts timeouts() {
    return settings.timeouts();
  }

  boolean via() {
    return settings.via();
  }

  void later(long delay, TimeUnit unit, Runnable task) {
    var unused = server.getScheduler().schedule(task, delay, unit);
  }

  private HttpClient newClient(@Nullable Path authorities) throws ProxyStartException {
    ClientConnector connector = new ClientConnector();
    connector.setExecutor(server.getThreadPool());
    connector.setScheduler(server.getScheduler());
    connector.setByteBufferPool(server.getByteBufferPool());
    connector.setSslContextFactory(trusting(authorities));
    connector.setSelectors(1);
    HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP(connector);
    transport.setInvocationType(InvocationType.NON_BLOCKING);
    transport.setHeaderCacheCaseSensitive(true);
    HttpClient client = new QuietClient(transport);
    limit(client);
    passOn(client);
    return client;
  }

  private static SslContextFactory.Client trusting(@Nullable Path authorities)
      throws ProxyStartException {
    SslContextFactory.Client factory = new SslContextFactory.Client();
    if (authorities != null) {
      factory.setTrustStore(PemFiles.authorities(authorities));
    }
    return factory;
  }

  private void limit(HttpClient client) {
    ProxyLimits limits = settings.limits();
    client.setConnectTimeout(settings.timeouts().connect().toMillis());
    client.setIdleTimeout(settings.timeouts().upstreamKeepAlive().toMillis());
    client.setMaxConnectionsPerDestination(limits.upstreamConnections());
    client.setMaxRequestsQueuedPerDestination(limits.upstreamQueue());
    client.setMaxResponseHeadersSize(limits.responseHeadBytes());
    // What the gate adds to a visitor's head has room too.
    client.setMaxRequestHeadersSize(limits.requestHeadBytes() + (4 << 10));
  }

  /** Nothing is followed, decoded, remembered or added. */
  private static void passOn(HttpClient client) {
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(null);
    client.setDefaultRequestContentType(null);
    client.setHttpCompliance(Compliance.ANSWERS);
    client.setResponseBufferSize(READ);
    client.setUseInputDirectByteBuffers(false); // the rewriter works on arrays
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
      getProtocolHandlers().put(new InterimAnswers());
    }
  }
}
