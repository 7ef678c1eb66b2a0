package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/** The request target as it came, each byte as one character (ISO-8859-1). */
final class Target {
  private Target() {}

  static String of(Request visitorRequest) {
    HttpURI uri = Arrival.uriOf(visitorRequest);
    String path = uri.getPath();
    String target = uri.getQuery() == null ? path : path + '?' + uri.getQuery();
    return isAscii(target) || isByBytes(visitorRequest) ? target : bytes(target);
  }

  /** Jetty reads HTTP/1 targets as UTF-8 and HTTP/2 ones byte by byte. */
  private static boolean isByBytes(Request visitorRequest) {
    return visitorRequest.getConnectionMetaData().getHttpVersion().compareTo(HttpVersion.HTTP_1_1)
        > 0;
  }

  private static String bytes(String target) {
    return new String(target.getBytes(UTF_8), ISO_8859_1);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
