package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import io.cookiegate.host.AddressRange;
import java.net.InetAddress;
import java.util.List;

/**
 * Who may say for whom a request comes, and how the gate says it on.
 *
 * @param trusted the proxies in front whose word counts
 * @param dialect in which fields they say it; the other's are hearsay, even from them
 * @param via whether requests to upstreams carry {@code Via} (RFC 9110 7.6.3); an nginx upstream
 *     stops compressing when it sees one
 * @param requestIds where {@code X-Request-Id} goes
 */
public record Forwarding(
    List<AddressRange> trusted, Dialect dialect, boolean via, RequestIds requestIds) {
  /** Nobody is trusted. */
  public static final Forwarding DEFAULT =
      new Forwarding(List.of(), Dialect.X_FORWARDED, true, RequestIds.ASKED);

  /** The fields in which proxies say for whom a request comes. */
  public enum Dialect {
    /** {@code X-Forwarded-For} and {@code X-Forwarded-Proto}, of no standard, used by most. */
    X_FORWARDED,
    /** {@code Forwarded} (RFC 7239). */
    FORWARDED
  }

  /** Where {@code X-Request-Id} goes. */
  public enum RequestIds {
    /** To the upstream, and back where the request brought one or the gate answers itself. */
    ASKED,
    /** To the upstream and back in every answer. */
    ALWAYS,
    /** Nowhere; a visitor's goes on like any other field. */
    NONE
  }

  public Forwarding {
    trusted = List.copyOf(trusted);
    requireNonNull(dialect, "dialect");
    requireNonNull(requestIds, "requestIds");
  }

  /** Whether an address is that of a trusted proxy. */
  public boolean trusts(InetAddress address) {
    for (AddressRange range : trusted) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
