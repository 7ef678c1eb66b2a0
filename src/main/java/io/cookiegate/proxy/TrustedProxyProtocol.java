package io.cookiegate.proxy;

import io.cookiegate.config.Forwarding;
import java.net.InetSocketAddress;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ProxyConnectionFactory;

/**
 * The PROXY protocol, versions 1 and 2, by which a proxy that does not speak HTTP says whom it comes
 * for. From trusted proxies alone: anybody else could say anything, so its connection is closed.
 */
final class TrustedProxyProtocol extends ProxyConnectionFactory {
  private final Forwarding forwarding;

  TrustedProxyProtocol(Forwarding forwarding, String next) {
    super(next);
    this.forwarding = forwarding;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    boolean trusted =
        endPoint.getRemoteSocketAddress() instanceof InetSocketAddress peer
            && peer.getAddress() != null
            && forwarding.trusts(peer.getAddress());
    if (!trusted) {
      endPoint.close();
    }
    return super.newConnection(connector, endPoint);
  }
}
