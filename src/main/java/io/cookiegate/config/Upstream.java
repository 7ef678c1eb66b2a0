package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The site behind the gate.
 *
 * @param scheme {@code http} or {@code https}
 * @param host canonical: ASCII, lower case; an IPv6 address in brackets
 * @param port always a number, also where the scheme's own port was left out
 * @param standbys the origins that take its place, in this order, while it takes no connections
 * @param authorities a PEM file of the certificate authorities to trust instead of the platform's;
 *     null for the platform's
 */
public record Upstream(
    String scheme, String host, int port, List<String> standbys, @Nullable Path authorities) {
  /** The application in which a filter stands: nothing connects to it. */
  static final Upstream WITHIN = new Upstream("http", "localhost", 80, List.of(), null);

  public Upstream {
    requireNonNull(scheme, "scheme");
    requireNonNull(host, "host");
    standbys = List.copyOf(standbys);
  }

  /** The same with authorities of its own. */
  Upstream trusting(@Nullable Path pem) {
    return new Upstream(scheme, host, port, standbys, pem);
  }

  /** The same with others that take its place. */
  Upstream before(List<String> others) {
    return new Upstream(scheme, host, port, others, authorities);
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
