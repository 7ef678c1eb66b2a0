package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long the gate waits.
 *
 * @param connect for the upstream to take a connection
 * @param response for the next byte of an upstream that has a request
 * @param queue for a connection to an upstream to become free
 * @param requestHead for the whole head of a visitor's request
 * @param idle for the next byte of a visitor, or for the next request
 */
public record Timeouts(
    Duration connect, Duration response, Duration queue, Duration requestHead, Duration idle) {
  /**
   * 5 seconds to connect, 10 in the queue, 30 for a request head, a minute of silence on either side.
   */
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60));

  public Timeouts {
    requireNonNull(connect, "connect");
    requireNonNull(idle, "idle");
    requireNonNull(queue, "queue");
    requireNonNull(requestHead, "requestHead");
    requireNonNull(response, "response");
  }
}
