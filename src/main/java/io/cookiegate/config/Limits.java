package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import io.cookiegate.gate.GateLimits;

/**
 * Bounds on what one visitor, one answer or one upstream can make the gate hold.
 *
 * @param page of a page that is rewritten
 * @param requestHeaderBytes the largest request head
 * @param responseHeaderBytes the largest response head
 * @param upstreamConnections the most connections to one upstream at a time
 * @param upstreamQueue the most requests that wait for a connection to one upstream
 * @param visitorConnections the most connections of visitors at a time
 * @param visitorBytesPerSecond the least pace of a request's body; 0 for any
 * @param pageMemoryBytes the most of pages, with what was made of them, that is remembered
 */
public record Limits(
    GateLimits page,
    int requestHeaderBytes,
    int responseHeaderBytes,
    int upstreamConnections,
    int upstreamQueue,
    int visitorConnections,
    int visitorBytesPerSecond,
    int pageMemoryBytes) {
  /**
   * 64 KiB of a request head, 256 KiB of a response head, 512 connections and 4096 requests that
   * wait for one, 16384 visitors of at least 200 bytes a second, 8 MiB of pages.
   */
  public static final Limits DEFAULT =
      new Limits(GateLimits.DEFAULT, 64 << 10, 256 << 10, 512, 4096, 16_384, 200, 8 << 20);

  public Limits {
    requireNonNull(page, "page");
  }
}
