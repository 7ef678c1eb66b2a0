package io.cookiegate.proxy;

import java.time.Duration;

/**
 * How long each side may take.
 *
 * @param connect until a connection to an upstream stands; beyond it 502
 * @param upstreamSilence between two bytes of an upstream; beyond it 504
 * @param upstreamKeepAlive how long an unused connection to an upstream is kept; shorter than the
 *     upstream's own keep-alive, so that it seldom closes one that is about to be used
 * @param upstreamQueue until a connection to an upstream is free; beyond it 503
 * @param visitorHead from a request head's first byte to its last; from then on its body has to keep
 *     the least pace
 * @param visitorSilence between two bytes of a visitor, and between two requests
 * @param stop how long requests under way may take to finish when the server stops
 */
public record ProxyTimeouts(
    Duration connect,
    Duration upstreamSilence,
    Duration upstreamKeepAlive,
    Duration upstreamQueue,
    Duration visitorHead,
    Duration visitorSilence,
    Duration stop) {
  /** 5 s, 60 s, 4 s (Apache httpd keeps connections for 5 s), 10 s, 30 s, 60 s, 20 s. */
  public static final ProxyTimeouts DEFAULT =
      new ProxyTimeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(4),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20));

  public ProxyTimeouts {
    require("connect", connect);
    require("upstreamSilence", upstreamSilence);
    require("upstreamKeepAlive", upstreamKeepAlive);
    require("upstreamQueue", upstreamQueue);
    require("visitorHead", visitorHead);
    require("visitorSilence", visitorSilence);
    require("stop", stop);
  }

  private static void require(String name, Duration given) {
    if (given.isNegative() || given.isZero()) {
      throw new IllegalArgumentException(name + " " + given + "; allowed is more than nothing");
    }
  }
}
