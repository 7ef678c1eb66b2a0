package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import io.cookiegate.gate.GateLimits;

/**
 * Bounds on what one visitor or one answer can make the gate hold.
 *
 * @param page of a page that is rewritten
 * @param requestHeaderBytes the largest request head
 * @param responseHeaderBytes the largest response head
 */
public record Limits(GateLimits page, int requestHeaderBytes, int responseHeaderBytes) {
  /** 32 KiB either way: four times what browsers and servers commonly allow. */
  public static final Limits DEFAULT = new Limits(GateLimits.DEFAULT, 32 << 10, 32 << 10);

  public Limits {
    requireNonNull(page, "page");
  }
}
