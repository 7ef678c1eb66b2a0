package io.cookiegate.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A 302 to another path of the site, with the little page that servers of the time sent along. */
final class Redirect {
  private Redirect() {}

  static void to(String path, Response response, Callback callback) {
    response.setStatus(HttpStatus.FOUND_302);
    response.getHeaders().put(HttpHeader.LOCATION, path);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
    String body =
        "<html><head><title>Object moved</title></head><body><h2>Object moved to <a href=\""
            + path
            + "\">here</a>.</h2></body></html>\n";
    response.write(true, ByteBuffer.wrap(body.getBytes(UTF_8)), callback);
  }
}
