package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import io.cookiegate.diagnostic.Position;

/**
 * Where health, metrics and the inventory are served.
 *
 * @param host the address or host name it binds to
 * @param port 1 to 65535, or 0 for a free one that the system chooses
 * @param position where it is written
 */
public record Admin(String host, int port, Position position) {
  public Admin {
    requireNonNull(host, "host");
    requireNonNull(position, "position");
  }
}
