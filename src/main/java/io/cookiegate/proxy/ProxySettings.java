package io.cookiegate.proxy;

import io.cookiegate.config.AccessLogSettings;
import io.cookiegate.config.Deviation;
import io.cookiegate.config.Forwarding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a {@link ProxyServer} is started with. Immutable.
 *
 * @param listeners where visitors connect, at least one
 * @param sites what is served; their hosts do not overlap
 * @param forwarding who may say for whom a request comes, and how that is said on
 * @param observers who learns of every request that is over
 * @param accessLog what is logged of every request; null for nothing
 * @param deviations what requests may have against the letter of HTTP
 */
public record ProxySettings(
    List<Listener> listeners,
    List<Site> sites,
    ProxyLimits limits,
    ProxyTimeouts timeouts,
    Forwarding forwarding,
    List<ProxyObserver> observers,
    @Nullable AccessLogSettings accessLog,
    Set<Deviation> deviations) {
  public ProxySettings {
    listeners = List.copyOf(listeners);
    sites = List.copyOf(sites);
    observers = List.copyOf(observers);
    deviations = Set.copyOf(deviations);
    if (listeners.isEmpty()) {
      throw new IllegalArgumentException("no listener");
    }
  }

  /** Settings with the default limits and timeouts. */
  public static ProxySettings of(List<Listener> listeners, List<Site> sites) {
    return new ProxySettings(listeners, sites, ProxyLimits.DEFAULT, ProxyTimeouts.DEFAULT);
  }

  /** Settings that trust nobody and tell nobody. */
  public ProxySettings(
      List<Listener> listeners, List<Site> sites, ProxyLimits limits, ProxyTimeouts timeouts) {
    this(listeners, sites, limits, timeouts, Forwarding.DEFAULT, List.of(), null, Set.of());
  }

  /** The same with another forwarding. */
  public ProxySettings with(Forwarding other) {
    return new ProxySettings(
        listeners, sites, limits, timeouts, other, observers, accessLog, deviations);
  }

  /** The same with one more observer. */
  public ProxySettings with(ProxyObserver observer) {
    List<ProxyObserver> more = new ArrayList<>(observers);
    more.add(observer);
    return new ProxySettings(
        listeners, sites, limits, timeouts, forwarding, more, accessLog, deviations);
  }

  /** The same with an access log, or without one. */
  public ProxySettings with(@Nullable AccessLogSettings other) {
    return new ProxySettings(
        listeners, sites, limits, timeouts, forwarding, observers, other, deviations);
  }

  /** The same with other deviations. */
  public ProxySettings with(Set<Deviation> other) {
    return new ProxySettings(
        listeners, sites, limits, timeouts, forwarding, observers, accessLog, other);
  }
}
