package io.cookiegate.proxy;

import org.jspecify.annotations.Nullable;

/**
 * An address where visitors connect: HTTP/1.1 and HTTP/2, in clear text or by TLS.
 *
 * @param host the local address or name; null for every address of the machine
 * @param port the TCP port; 0 for one that is free
 * @param tls the certificate; null for clear text
 * @param proxyProtocol whether trusted proxies say there, in PROXY protocol, whom they come for
 */
public record Listener(
    @Nullable String host, int port, @Nullable TlsFiles tls, boolean proxyProtocol) {
  public Listener {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + "; allowed are 0 to 65535");
    }
  }

  /** One where visitors come themselves. */
  public Listener(@Nullable String host, int port, @Nullable TlsFiles tls) {
    this(host, port, tls, false);
  }

  @Override
  public String toString() {
    return (host == null ? "*" : host) + ":" + port;
  }
}
