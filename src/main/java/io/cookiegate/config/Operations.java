package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What operations set beside the sites.
 *
 * @param accessLog null for none
 * @param deviations the names of the deviations from HTTP that visitors may have
 */
public record Operations(
    Forwarding forwarding,
    @Nullable AccessLog accessLog,
    Shutdown shutdown,
    Set<String> deviations) {
  /** Nobody is trusted, nothing logged, nothing relaxed. */
  public static final Operations DEFAULT =
      new Operations(Forwarding.DEFAULT, null, Shutdown.DEFAULT, Set.of());

  public Operations {
    requireNonNull(forwarding, "forwarding");
    requireNonNull(shutdown, "shutdown");
    deviations = Set.copyOf(deviations);
  }
}
