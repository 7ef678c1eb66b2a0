package io.cookiegate.proxy;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server behind a site.
 *
 * @param origins where it is reached, scheme ({@code http} or {@code https}), host and port: the first
 *     that takes connections is used
 * @param authorities a PEM file of the certificate authorities to trust instead of the platform's;
 *     null for the platform's
 */
public record Upstream(List<URI> origins, @Nullable Path authorities) {
  public Upstream {
    origins = List.copyOf(origins);
    if (origins.isEmpty()) {
      throw new IllegalArgumentException("no origin");
    }
    origins.forEach(Upstream::require);
  }

  private static void require(URI origin) {
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
    return new Upstream(List.of(origin), null);
  }

  /** The first of its origins. */
  URI origin() {
    return origins.get(0);
  }

  /** An origin's port, also where it names none. */
  static int port(URI origin) {
    boolean secure = "https".equals(origin.getScheme());
    return origin.getPort() > 0 ? origin.getPort() : secure ? 443 : 80;
  }

  /** Its host and port as they stand in a Host field. */
  String authority() {
    return origin().getRawAuthority();
  }

  // Written out: what a record brings is linked at its first use, which costs a start milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Upstream upstream
        && origins.equals(upstream.origins)
        && Objects.equals(authorities, upstream.authorities);
  }

  @Override
  public int hashCode() {
    return origins.hashCode() * 31 + Objects.hashCode(authorities);
  }
}
