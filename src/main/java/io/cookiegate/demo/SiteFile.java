package io.cookiegate.demo;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An image, style sheet or script of the legacy site. */
final class SiteFile {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "gif", "image/gif",
          "js", "application/javascript; charset=utf-8",
          "png", "image/png",
          "svg", "image/svg+xml");

  private final String type;
  private final byte[] content;

  private SiteFile(String type, byte[] content) {
    this.type = type;
    this.content = content;
  }

  static Optional<SiteFile> at(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || path.contains("..")) {
      return Optional.empty();
    }
    byte[] content = Resources.bytes("files" + path);
    return content == null ? Optional.empty() : Optional.of(new SiteFile(type, content));
  }

  void write(Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "max-age=600");
    response.write(true, ByteBuffer.wrap(content), callback);
  }
}
