package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How the gate ends.
 *
 * @param delay how long it still takes visitors after it has said that it is not ready
 * @param drain how long requests under way may take after that
 */
public record Shutdown(Duration delay, Duration drain) {
  /** Five seconds, and twenty. */
  public static final Shutdown DEFAULT =
      new Shutdown(Duration.ofSeconds(5), Duration.ofSeconds(20));

  public Shutdown {
    requireNonNull(delay, "delay");
    requireNonNull(drain, "drain");
  }
}
