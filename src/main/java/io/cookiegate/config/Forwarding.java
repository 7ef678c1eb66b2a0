package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import io.cookiegate.host.AddressRange;
import java.util.List;

/**
 * Who may say for whom a request comes, and how that is said on.
 *
 * @param trusted the proxies in front whose word counts
 * @param by in which fields they say it
 * @param via whether requests to upstreams carry {@code Via}
 */
public record Forwarding(List<AddressRange> trusted, By by, boolean via, RequestIds requestIds) {
  /** Nobody is trusted. */
  public static final Forwarding DEFAULT =
      new Forwarding(List.of(), By.X_FORWARDED, true, RequestIds.ASKED);

  /** The fields in which proxies say for whom a request comes. */
  public enum By {
    X_FORWARDED,
    FORWARDED
  }

  /** Which answers carry {@code X-Request-Id}. */
  public enum RequestIds {
    /** Those to requests that brought one, and the gate's own. */
    ASKED,
    /** Every one. */
    ALWAYS,
    /** None, and no request to an upstream either. */
    NONE
  }

  public Forwarding {
    trusted = List.copyOf(trusted);
    requireNonNull(by, "by");
    requireNonNull(requestIds, "requestIds");
  }
}
