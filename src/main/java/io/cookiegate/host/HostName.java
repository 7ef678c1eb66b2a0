package io.cookiegate.host;

import org.jspecify.annotations.Nullable;

/** The canonical spelling of a host name, as configuration and the Host header give it. */
public final class HostName {
  private HostName() {}

  /**
   * The host in ASCII and lower case without trailing dots, as a browser would make it of the same
   * text, or null where it would refuse it. An IPv6 address stands in brackets.
   */
  public static @Nullable String canonical(String host) {
    String parsed = host.isEmpty() ? null : HostParser.parse(host);
    if (parsed == null) {
      return null;
    }
    String canonical = withoutDots(parsed);
    return canonical.isEmpty() ? null : canonical;
  }

  /**
   * A parsed host without trailing dots. One says that the name is complete (RFC 1034 section 3.1),
   * so the host is the same; more are a host to the URL standard, and to no resolver.
   */
  static String withoutDots(String host) {
    int end = host.length();
    while (end > 0 && host.charAt(end - 1) == '.') {
      end--;
    }
    return host.substring(0, end);
  }
}
