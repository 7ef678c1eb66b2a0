package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What operations set beside the sites.
 *
 * @param accessLog null for none
 * @param deviations what requests may have against the letter of HTTP
 */
public record Operations(
    Forwarding forwarding,
    @Nullable AccessLogSettings accessLog,
    Shutdown shutdown,
    Set<Deviation> deviations) {
  /** Nobody is trusted, nothing logged, nothing relaxed. */
  public static final Operations DEFAULT =
      new Operations(Forwarding.DEFAULT, null, Shutdown.DEFAULT, Set.of());

  public Operations {
    requireNonNull(forwarding, "forwarding");
    requireNonNull(shutdown, "shutdown");
    deviations = Set.copyOf(deviations);
  }
}
