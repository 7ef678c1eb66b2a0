package io.cookiegate.proxy;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** The request target as it came, each byte as one character (ISO-8859-1). */
final class Target {
  private Target() {}

  static String of(Request visitorRequest) {
    Arrival arrival = Arrival.of(visitorRequest);
    String raw = arrival == null ? null : arrival.rawTarget();
    if (raw != null) {
      return relative(raw);
    }
    HttpURI uri = Arrival.uriOf(visitorRequest);
    return uri.getQuery() == null ? uri.getPath() : uri.getPath() + '?' + uri.getQuery();
  }

  /** Without scheme and host, which stand before the target in the absolute form (RFC 9112 3.2.2). */
  private static String relative(String raw) {
    int mark = raw.indexOf('#'); // it does not go on
    String target = mark < 0 ? raw : raw.substring(0, mark);
    int host = target.startsWith("/") ? -1 : target.indexOf("://");
    if (host < 0) {
      return target;
    }
    int path = host + 3;
    while (path < target.length() && target.charAt(path) != '/' && target.charAt(path) != '?') {
      path++;
    }
    String rest = target.substring(path);
    return rest.startsWith("/") ? rest : "/" + rest;
  }
}
