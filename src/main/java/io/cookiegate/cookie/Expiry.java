package io.cookiegate.cookie;

import org.jspecify.annotations.Nullable;

/** Writes the fields that remove a cookie from the browser. */
final class Expiry {
  /** Without Expires, which says the same in forty bytes, and needs a right clock. */
  private static final String PAST = "; Max-Age=0";

  private Expiry() {}

  static String of(String name, @Nullable String domain, String path, boolean secure) {
    CookiePrefix prefix = CookiePrefix.of(name);
    boolean hostOnly = domain == null || prefix == CookiePrefix.HOST;
    return pair(name)
        + "; Path="
        + (prefix == CookiePrefix.HOST ? "/" : path)
        + (hostOnly ? "" : "; Domain=" + domain)
        + PAST
        + (secure || prefix != CookiePrefix.NONE ? "; Secure" : "");
  }

  /** A field with neither name nor value is ignored, so a cookie without a name is expired with a value. */
  private static String pair(String name) {
    return name.isEmpty() ? "=expired" : name + "=";
  }
}
