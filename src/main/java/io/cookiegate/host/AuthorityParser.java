package io.cookiegate.host;

import org.jspecify.annotations.Nullable;

/** Reads the authority of a URL: the authority, host and port states (WHATWG URL 4.4). */
final class AuthorityParser {
  private static final int INVALID = -2;

  private final String scheme;

  AuthorityParser(String scheme) {
    this.scheme = scheme;
  }

  /** The authority of a text that ends where the path begins, or null where it is none. */
  @Nullable Authority parse(String text) {
    int at = text.lastIndexOf('@');
    String hostAndPort = text.substring(at + 1);
    if (at >= 0 && hostAndPort.isEmpty()) {
      return null;
    }
    int colon = portColon(hostAndPort);
    String host = host(colon < 0 ? hostAndPort : hostAndPort.substring(0, colon), colon >= 0);
    int port = colon < 0 ? Authority.NO_PORT : port(hostAndPort.substring(colon + 1));
    return host == null || port == INVALID
        ? null
        : of(at < 0 ? "" : text.substring(0, at), host, port);
  }

  private static Authority of(String credentials, String host, int port) {
    int colon = credentials.indexOf(':');
    String username = colon < 0 ? credentials : credentials.substring(0, colon);
    String password = colon < 0 ? "" : credentials.substring(colon + 1);
    PercentEncodeSet set = PercentEncodeSet.USERINFO;
    return new Authority(set.encode(username), set.encode(password), host, port);
  }

  /** The colon before the port: the first one outside brackets, or -1. */
  private static int portColon(String hostAndPort) {
    boolean inside = false;
    for (int i = 0; i < hostAndPort.length(); i++) {
      char c = hostAndPort.charAt(i);
      if (c == ':' && !inside) {
        return i;
      }
      inside = c == '[' || (inside && c != ']');
    }
    return -1;
  }

  private @Nullable String host(String text, boolean hasPort) {
    boolean special = UrlParser.isSpecial(scheme);
    if (text.isEmpty()) {
      return special || hasPort ? null : "";
    }
    return special ? HostParser.parse(text) : HostParser.parseOpaque(text);
  }

  private int port(String digits) {
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      port = c < '0' || c > '9' || port > 65535 ? INVALID : port * 10 + c - '0';
      if (port < 0 || port > 65535) {
        return INVALID;
      }
    }
    return digits.isEmpty() || port == defaultPort(scheme) ? Authority.NO_PORT : port;
  }

  private static int defaultPort(String scheme) {
    return switch (scheme) {
      case "http", "ws" -> 80;
      case "https", "wss" -> 443;
      case "ftp" -> 21;
      default -> Authority.NO_PORT;
    };
  }
}
