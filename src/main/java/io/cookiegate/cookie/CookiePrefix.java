package io.cookiegate.cookie;

/** The name prefixes by which a cookie demands attributes (RFC 6265bis section 5.7, from step 19). */
enum CookiePrefix {
  NONE(""),
  SECURE("__Secure-"),
  HOST("__Host-");

  private final String text;

  CookiePrefix(String text) {
    this.text = text;
  }

  /** The prefix of a name, in any case. */
  static CookiePrefix of(String name) {
    return at(name, 0, name.length());
  }

  static CookiePrefix of(SetCookieParser cookie) {
    return at(cookie.field, cookie.nameFrom, cookie.nameTo);
  }

  private static CookiePrefix at(String text, int from, int to) {
    if (SECURE.starts(text, from, to)) {
      return SECURE;
    }
    return HOST.starts(text, from, to) ? HOST : NONE;
  }

  private boolean starts(String other, int from, int to) {
    return to - from >= text.length() && other.regionMatches(true, from, text, 0, text.length());
  }

  /** Whether a browser stores a cookie of this prefix; a cookie without a name may not look as if it had one. */
  boolean allows(SetCookieParser cookie) {
    return switch (this) {
      case NONE ->
          cookie.nameFrom < cookie.nameTo
              || at(cookie.field, cookie.valueFrom, cookie.valueTo) == NONE;
      case SECURE -> cookie.secure;
      case HOST -> cookie.secure && cookie.domain == null && cookie.isForAllPaths();
    };
  }
}
