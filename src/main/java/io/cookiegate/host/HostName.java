package io.cookiegate.host;

import org.jspecify.annotations.Nullable;

/** The canonical spelling of a host name, as configuration and the Host header give it. */
public final class HostName {
  private HostName() {}

  /**
   * The host in ASCII and lower case without a trailing dot, or null where a browser would refuse it.
   */
  public static @Nullable String canonical(String host) {
    WebUrl url = host.isEmpty() ? null : WebUrl.parse("http://" + host + "/", null);
    return url == null || !url.path().equals("/") ? null : url.matchHost();
  }

  /** The canonical host of an authority ({@code host}, {@code host:port}), or null. */
  public static @Nullable String ofAuthority(String authority) {
    int colon = authority.lastIndexOf(':');
    boolean port = colon > authority.lastIndexOf(']');
    return canonical(port ? authority.substring(0, colon) : authority);
  }
}
