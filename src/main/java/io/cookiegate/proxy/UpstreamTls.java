package io.cookiegate.proxy;

import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * TLS towards upstreams. Whom the platform trusts takes a while to read, and most upstreams are
 * reached without TLS: so it is read when a site needs it.
 */
final class UpstreamTls extends SslContextFactory.Client {
  private volatile boolean read;

  /** Jetty would read it here. */
  @Override
  protected void doStart() {}

  /** Reads whom to trust unless that is done. */
  synchronized void prepare() throws Exception {
    if (!read) {
      reload(same -> {});
      read = true;
    }
  }

  @Override
  public SSLContext getSslContext() {
    try {
      prepare();
    } catch (Exception e) {
      throw new IllegalStateException("TLS towards upstreams cannot be used", e);
    }
    return super.getSslContext();
  }
}
