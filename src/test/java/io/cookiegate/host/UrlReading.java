package io.cookiegate.host;

import io.cookiegate.host.UrlReader.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a reference means, told by the fast reader and by the full parser in the same words. */
record UrlReading(Kind kind, @Nullable String host, @Nullable String path) {
  private static final String FIRST = "://first.invalid/a/b";
  private static final String SECOND = "://second.invalid/a/b";

  static UrlReading fast(UrlReader reader, String reference) {
    byte[] bytes = ("<" + reference + ">").getBytes(StandardCharsets.UTF_8);
    Kind kind = reader.read(bytes, 1, bytes.length - 1);
    boolean hasHost = kind == Kind.NETWORK || kind == Kind.EITHER;
    return hasHost
        ? new UrlReading(
            kind,
            text(reader.buffer(), reader.hostFrom(), reader.hostTo()),
            text(reader.buffer(), reader.pathFrom(), reader.pathTo()))
        : new UrlReading(kind, null, null);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }

  /** The reading by the standard, from how the result depends on the base. */
  static UrlReading full(String reference) {
    boolean relativeToHttps = dependsOnHost(reference, "https");
    boolean relativeToHttp = dependsOnHost(reference, "http");
    WebUrl url =
        WebUrl.parse(reference, WebUrl.parse((relativeToHttps ? "http" : "https") + FIRST, null));
    if ((relativeToHttp && relativeToHttps) || url == null) {
      return new UrlReading(
          relativeToHttp || relativeToHttps ? Kind.RELATIVE : Kind.INVALID, null, null);
    }
    return of(url, relativeToHttp || relativeToHttps);
  }

  private static UrlReading of(WebUrl url, boolean either) {
    return switch (url.scheme()) {
      case "data" -> new UrlReading(Kind.DATA, null, null);
      case "javascript" -> new UrlReading(Kind.JAVASCRIPT, null, null);
      case "http", "https", "ws", "wss", "ftp" ->
          new UrlReading(either ? Kind.EITHER : Kind.NETWORK, url.matchHost(), url.path());
      default -> new UrlReading(Kind.OTHER, null, null);
    };
  }

  /** The same with no more of the path than a length. */
  UrlReading cutTo(int length) {
    return path == null || path.length() <= length
        ? this
        : new UrlReading(kind, host, path.substring(0, length));
  }

  private static boolean dependsOnHost(String reference, String scheme) {
    WebUrl first = WebUrl.parse(reference, WebUrl.parse(scheme + FIRST, null));
    WebUrl second = WebUrl.parse(reference, WebUrl.parse(scheme + SECOND, null));
    return first != null && second != null && !Objects.equals(first.host(), second.host());
  }
}
