package io.cookiegate.proxy;

import io.cookiegate.config.Forwarding;
import java.security.KeyStore;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Makes a Jetty connector of a listener. */
final class Connectors {
  private Connectors() {}

  static LoopConnector of(Server server, Loops loops, Listener listener, ProxySettings settings)
      throws ProxyStartException {
    TlsFiles tls = listener.tls();
    HttpConfiguration http = http(settings);
    if (tls != null || listener.proxyProtocol()) { // which says whether the visitor came by TLS
      http.addCustomizer(new SecureRequestCustomizer(false)); // sites are told by Host, not by SNI
    }
    Forwarding forwarding = settings.forwarding();
    http.addCustomizer((request, responseFields) -> new Arrival(request, forwarding));
    ConnectionFactory[] protocols = tls == null ? clear(http) : secure(http, tls);
    LoopConnector connector =
        new LoopConnector(
            server, loops, listener.proxyProtocol() ? behind(forwarding, protocols) : protocols);
    connector.setHost(listener.host());
    connector.setPort(listener.port());
    connector.setAcceptQueueSize(4096);
    connector.setIdleTimeout(settings.timeouts().visitorSilence().toMillis());
    return connector;
  }

  private static HttpConfiguration http(ProxySettings settings) {
    ProxyLimits limits = settings.limits();
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false); // the upstream's passes, and where there is none it is added
    http.setHttpCompliance(Compliance.requests(settings.deviations()));
    http.setUriCompliance(Compliance.targets(settings.deviations()));
    http.setRequestHeaderSize(limits.requestHeadBytes());
    http.setMaxResponseHeaderSize(limits.responseHeadBytes());
    http.setUseInputDirectByteBuffers(false);
    return http;
  }

  private static ConnectionFactory[] behind(Forwarding forwarding, ConnectionFactory[] protocols) {
    ConnectionFactory[] all = new ConnectionFactory[protocols.length + 1];
    all[0] = new TrustedProxyProtocol(forwarding, protocols[0].getProtocol());
    System.arraycopy(protocols, 0, all, 1, protocols.length);
    return all;
  }

  private static ConnectionFactory[] clear(HttpConfiguration http) {
    return new ConnectionFactory[] {
      new VisitorConnections(http), withoutConnect(new ClearHttp2(HeadRoom.in(http)))
    };
  }

  private static ConnectionFactory[] secure(HttpConfiguration http, TlsFiles files)
      throws ProxyStartException {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    identify(tls, PemFiles.identity(files));
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol("http/1.1");
    return new ConnectionFactory[] {
      new SslConnectionFactory(tls, alpn.getProtocol()),
      alpn,
      withoutConnect(new HTTP2ServerConnectionFactory(HeadRoom.in(http))),
      new VisitorConnections(http)
    };
  }

  /** From now on every answer by HTTP/1.1 is the last of its connection, and says so. */
  static void keepNone(ServerConnector connector) {
    connector
        .getBeans(HttpConfiguration.ConnectionFactory.class)
        .forEach(
            protocol -> protocol.getHttpConfiguration().setPersistentConnectionsEnabled(false));
  }

  private static void identify(SslContextFactory.Server tls, KeyStore identity) {
    tls.setKeyStore(identity);
    tls.setKeyStorePassword("");
  }

  /** Shows another certificate from the next connection on. */
  static void reload(ServerConnector connector, KeyStore identity) throws Exception {
    connector
        .getConnectionFactory(SslConnectionFactory.class)
        .getSslContextFactory()
        .reload(tls -> identify((SslContextFactory.Server) tls, identity));
  }

  /** WebSockets go by HTTP/1.1 then, which browsers do by themselves (RFC 8441 3). */
  private static ConnectionFactory withoutConnect(AbstractHTTP2ServerConnectionFactory http2) {
    http2.setConnectProtocolEnabled(false);
    return http2;
  }
}
