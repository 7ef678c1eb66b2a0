package io.cookiegate.classification;

import static java.util.Objects.requireNonNull;

import io.cookiegate.diagnostic.Position;
import java.util.List;

/** The classification of what a page makes the browser fetch, connect to or run. */
public sealed interface TagRule extends Rule {
  /**
   * A host with its subdomains, and under it the paths with a prefix.
   *
   * @param host in canonical form: ASCII, lower case, no trailing dot
   * @param path a prefix that begins with {@code /}; {@code /} alone means every path
   */
  record Host(
      String host, String path, String service, String category, Origin origin, Position position)
      implements TagRule {
    public Host {
      requireNonNull(host, "host");
      requireNonNull(service, "service");
      requireNonNull(category, "category");
      requireNonNull(origin, "origin");
      requireNonNull(position, "position");
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("a path begins with '/': " + path);
      }
    }
  }

  /**
   * Literals of which any one in the code of an inline script marks it as the service's.
   *
   * @param literals ASCII, compared with case, none empty
   */
  record Inline(
      List<String> literals, String service, String category, Origin origin, Position position)
      implements TagRule {
    public Inline {
      literals = List.copyOf(literals);
      requireNonNull(service, "service");
      requireNonNull(category, "category");
      requireNonNull(origin, "origin");
      requireNonNull(position, "position");
    }
  }
}
