package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long the gate waits.
 *
 * @param connect for the upstream to take a connection
 * @param idle for the next byte, on either side
 * @param response for the upstream's whole answer; zero for as long as bytes keep coming
 */
public record Timeouts(Duration connect, Duration idle, Duration response) {
  public static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ZERO);

  public Timeouts {
    requireNonNull(connect, "connect");
    requireNonNull(idle, "idle");
    requireNonNull(response, "response");
  }
}
