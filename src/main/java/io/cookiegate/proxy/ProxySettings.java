package io.cookiegate.proxy;

import java.util.List;

/**
 * Everything a {@link ProxyServer} is started with. Immutable.
 *
 * @param listeners where visitors connect, at least one
 * @param sites what is served; their hosts do not overlap
 * @param via whether requests to upstreams carry {@code Via} (RFC 9110 7.6.3); an nginx upstream
 *     stops compressing when it sees one
 */
public record ProxySettings(
    List<Listener> listeners,
    List<Site> sites,
    ProxyLimits limits,
    ProxyTimeouts timeouts,
    boolean via) {
  public ProxySettings {
    listeners = List.copyOf(listeners);
    sites = List.copyOf(sites);
    if (listeners.isEmpty()) {
      throw new IllegalArgumentException("no listener");
    }
  }

  /** Settings with the default limits and timeouts. */
  public static ProxySettings of(List<Listener> listeners, List<Site> sites) {
    return new ProxySettings(listeners, sites, ProxyLimits.DEFAULT, ProxyTimeouts.DEFAULT, true);
  }
}
