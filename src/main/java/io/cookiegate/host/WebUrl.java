package io.cookiegate.host;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A URL as a browser reads it (WHATWG URL Standard, living). */
public final class WebUrl {
  private static final Set<String> NETWORK = Set.of("http", "https", "ws", "wss", "ftp");

  private final String scheme;
  private final Authority authority;
  private final UrlPath path;
  private final @Nullable String query;
  private final @Nullable String fragment;

  WebUrl(
      String scheme,
      Authority authority,
      UrlPath path,
      @Nullable String query,
      @Nullable String fragment) {
    this.scheme = scheme;
    this.authority = authority;
    this.path = path;
    this.query = query;
    this.fragment = fragment;
  }

  /**
   * Reads a URL against an optional base.
   *
   * @return null where a browser would refuse it, or where a host in it cannot be read for sure
   */
  public static @Nullable WebUrl parse(String input, @Nullable WebUrl base) {
    return UrlParser.parse(input, base);
  }

  /** The scheme in lower case, without its colon. */
  public String scheme() {
    return scheme;
  }

  /** The host as the standard serialises it, or null where the URL has none. */
  public @Nullable String host() {
    return authority.host();
  }

  /** The host without trailing dots, as rules are matched; null where the URL has none. */
  public @Nullable String matchHost() {
    String host = authority.host();
    return host == null ? null : HostName.withoutDots(host);
  }

  /** The port, or -1 where it is the scheme's own or there is none. */
  public int port() {
    return authority.port();
  }

  /** The path as the standard serialises it: dot segments resolved, backslashes turned. */
  public String path() {
    return path.toString();
  }

  /** The query without its question mark, or null where there is none. */
  public @Nullable String query() {
    return query;
  }

  /** The fragment without its number sign, or null where there is none. */
  public @Nullable String fragment() {
    return fragment;
  }

  /** Whether the path is a plain text, as in {@code mailto:someone}, and no list of segments. */
  public boolean hasOpaquePath() {
    return path.isOpaque();
  }

  /** Whether a browser goes to a host on the network for this scheme. */
  public boolean isNetwork() {
    return NETWORK.contains(scheme);
  }

  /** The whole URL as the standard serialises it. */
  public String href() {
    return address()
        + (query == null ? "" : "?" + query)
        + (fragment == null ? "" : "#" + fragment);
  }

  private String address() {
    return scheme
        + ":"
        + authority.serialize()
        + (authority.host() == null ? path.marked() : path.toString());
  }

  Authority authority() {
    return authority;
  }

  UrlPath segments() {
    return path;
  }

  /** Scheme, host and path: what may stand in a log, without userinfo, query and fragment. */
  @Override
  public String toString() {
    return scheme + ":" + authority.withoutCredentials().serialize() + path;
  }
}
