package io.cookiegate.proxy;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The server behind a site.
 *
 * @param origin its scheme ({@code http} or {@code https}), host and port
 * @param authorities a PEM file of the certificate authorities to trust instead of the platform's;
 *     null for the platform's
 */
public record Upstream(URI origin, @Nullable Path authorities) {
  public Upstream {
    requireNonNull(origin.getHost(), "host");
    if (!"http".equals(origin.getScheme()) && !"https".equals(origin.getScheme())) {
      throw new IllegalArgumentException(origin + " is neither http nor https");
    }
    if (!origin.getRawPath().isEmpty() && !origin.getRawPath().equals("/")) {
      throw new IllegalArgumentException(origin + " has a path");
    }
  }

  /** The upstream at an origin. */
  public static Upstream of(URI origin) {
    return new Upstream(origin, null);
  }

  /** Its port, also where the origin names none. */
  int port() {
    boolean secure = "https".equals(origin.getScheme());
    return origin.getPort() > 0 ? origin.getPort() : secure ? 443 : 80;
  }

  /** Its host and port as they stand in a Host field. */
  String authority() {
    return origin.getRawAuthority();
  }
}
