package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import io.cookiegate.diagnostic.Position;

/**
 * The site behind the gate.
 *
 * @param scheme {@code http} or {@code https}
 * @param host canonical: ASCII, lower case; an IPv6 address in brackets
 * @param port always a number, also where the scheme's own port was left out
 * @param position where it is written
 */
public record Upstream(String scheme, String host, int port, Position position) {
  public Upstream {
    requireNonNull(scheme, "scheme");
    requireNonNull(host, "host");
    requireNonNull(position, "position");
  }

  /** Whether it is reached over TLS. */
  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** Its origin, with the port: {@code http://127.0.0.1:8081}. */
  public String origin() {
    return scheme + "://" + host + ":" + port;
  }
}
