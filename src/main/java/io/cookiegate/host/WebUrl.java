package io.cookiegate.host;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A URL as a browser reads it (WHATWG URL Standard). */
public final class WebUrl {
  private static final Set<String> NETWORK = Set.of("http", "https", "ws", "wss", "ftp");

  private final String scheme;
  private final @Nullable String host;
  private final int port;
  private final String path;

  private WebUrl(String scheme, @Nullable String host, int port, String path) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
  }

  /** Reads a URL against an optional base; null where a browser would refuse it. */
  public static @Nullable WebUrl parse(String input, @Nullable WebUrl base) {
    String text = input.strip().replace('\\', '/');
    int colon = text.indexOf(':');
    if (colon < 0 || text.startsWith("//")) {
      return base == null || base.host == null ? null : relative(text, base);
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = text.substring(colon + 1);
    return rest.startsWith("//")
        ? authority(scheme, rest.substring(2))
        : new WebUrl(scheme, null, -1, rest);
  }

  private static @Nullable WebUrl relative(String text, WebUrl base) {
    return text.startsWith("//")
        ? authority(base.scheme, text.substring(2))
        : new WebUrl(base.scheme, base.host, base.port, text.startsWith("/") ? text : "/" + text);
  }

  private static @Nullable WebUrl authority(String scheme, String rest) {
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    host = host.substring(host.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    int colon = host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    return name.isEmpty()
        ? null
        : new WebUrl(scheme, name, -1, slash < 0 ? "/" : rest.substring(slash));
  }

  /** The scheme in lower case, without its colon. */
  public String scheme() {
    return scheme;
  }

  /** The host as the standard serialises it, or null where the URL has none. */
  public @Nullable String host() {
    return host;
  }

  /** The host without a trailing dot, as rules are matched; null where the URL has none. */
  public @Nullable String matchHost() {
    return host != null && host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /** The port, or -1 where it is the scheme's own. */
  public int port() {
    return port;
  }

  /** The path as the standard serialises it. */
  public String path() {
    return path;
  }

  /** Whether the path is a plain text, as in {@code mailto:someone}, and no list of segments. */
  public boolean hasOpaquePath() {
    return host == null;
  }

  /** Whether a browser goes to the network for this scheme. */
  public boolean isNetwork() {
    return NETWORK.contains(scheme);
  }
}
