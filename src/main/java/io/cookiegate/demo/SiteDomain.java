package io.cookiegate.demo;

/** The domain that the legacy site writes into some of its cookies, as {@code ga.js} taught it. */
final class SiteDomain {
  private SiteDomain() {}

  /**
   * The {@code domain} attribute for a site at {@code host}, with its semicolon: everything after the
   * first label of a name with three labels or more, nothing for {@code localhost} and addresses.
   */
  static String attribute(String host) {
    int dot = host.indexOf('.');
    boolean address =
        host.startsWith("[") || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    if (address || dot < 0 || host.indexOf('.', dot + 1) < 0) {
      return "";
    }
    return "; domain=" + host.substring(dot);
  }
}
