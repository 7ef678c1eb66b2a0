package io.cookiegate.proxy;

/**
 * Bounds on what one visitor or one upstream may take up.
 *
 * @param requestHeadBytes the most of a request's target and header fields; beyond it 414 or 431
 * @param responseHeadBytes the most of an upstream's answer head; beyond it 502
 * @param upstreamConnections the most connections to one upstream at a time
 * @param upstreamQueue the most requests that wait for a connection to one upstream; beyond it 503
 * @param visitorConnections the most connections of visitors at a time; others wait to be taken
 * @param visitorBytesPerSecond the least pace of a request's body; beneath it 408; 0 for any
 */
public record ProxyLimits(
    int requestHeadBytes,
    int responseHeadBytes,
    int upstreamConnections,
    int upstreamQueue,
    int visitorConnections,
    int visitorBytesPerSecond) {
  /**
   * 64 KiB of a request head, 256 KiB of an answer head, 512 connections, 4096 waiting, 16384 visitors
   * of at least 200 bytes a second.
   */
  public static final ProxyLimits DEFAULT =
      new ProxyLimits(64 << 10, 256 << 10, 512, 4096, 16_384, 200);

  public ProxyLimits {
    require("requestHeadBytes", requestHeadBytes, 1 << 10, 1 << 20);
    require("responseHeadBytes", responseHeadBytes, 1 << 10, 4 << 20);
    require("upstreamConnections", upstreamConnections, 1, 1 << 16);
    require("upstreamQueue", upstreamQueue, 1, 1 << 20);
    require("visitorConnections", visitorConnections, 1, 1 << 20);
    require("visitorBytesPerSecond", visitorBytesPerSecond, 0, 1 << 20);
  }

  private static void require(String name, int given, int least, int most) {
    if (given < least || given > most) {
      throw new IllegalArgumentException(
          name + " " + given + "; allowed are " + least + " to " + most);
    }
  }
}
