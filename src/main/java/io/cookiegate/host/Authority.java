package io.cookiegate.host;

import org.jspecify.annotations.Nullable;

/** The part of a URL between its scheme and its path. */
record Authority(String username, String password, @Nullable String host, int port) {
  static final int NO_PORT = -1;
  static final Authority NONE = new Authority("", "", null, NO_PORT);
  static final Authority EMPTY = ofHost("");

  static Authority ofHost(@Nullable String host) {
    return new Authority("", "", host, NO_PORT);
  }

  Authority withoutCredentials() {
    return new Authority("", "", host, port);
  }

  /** The authority after its two slashes, or nothing where there is no host. */
  String serialize() {
    return host == null ? "" : "//" + credentials() + host + (port == NO_PORT ? "" : ":" + port);
  }

  private String credentials() {
    return username.isEmpty() && password.isEmpty()
        ? ""
        : username + (password.isEmpty() ? "" : ":" + password) + "@";
  }
}
