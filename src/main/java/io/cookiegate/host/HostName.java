package io.cookiegate.host;

import org.jspecify.annotations.Nullable;

/** The canonical spelling of a host name, as configuration and the Host header give it. */
public final class HostName {
  private HostName() {}

  /**
   * The host in ASCII and lower case without a trailing dot, as a browser would make it of the same
   * text, or null where it would refuse it. An IPv6 address stands in brackets.
   */
  public static @Nullable String canonical(String host) {
    String parsed = host.isEmpty() ? null : HostParser.parse(host);
    if (parsed == null) {
      return null;
    }
    String canonical = parsed.endsWith(".") ? parsed.substring(0, parsed.length() - 1) : parsed;
    return canonical.isEmpty() ? null : canonical;
  }
}
