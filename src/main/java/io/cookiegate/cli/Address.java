package io.cookiegate.cli;

import io.cookiegate.config.Listener;

/** A listener as one types it into a browser. */
final class Address {
  private Address() {}

  static String of(Listener listener, int port) {
    String scheme = listener.tls() == null ? "http" : "https";
    String host = listener.host();
    String shown =
        host == null
            ? "localhost"
            : host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return scheme + "://" + shown + ":" + port;
  }
}
