package io.cookiegate.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The path of a URL: a list of segments, or a plain text where it is opaque (WHATWG URL 4.1). */
record UrlPath(List<String> segments, @Nullable String opaque) {
  static final UrlPath EMPTY = new UrlPath(List.of(), null);

  UrlPath {
    segments = List.copyOf(segments);
  }

  static UrlPath opaque(String text) {
    return new UrlPath(List.of(), text);
  }

  static UrlPath of(List<String> segments) {
    return new UrlPath(segments, null);
  }

  boolean isOpaque() {
    return opaque != null;
  }

  /** The path after a URL without host, where {@code //} at its start must not look like one. */
  String marked() {
    boolean looksLikeHost = segments.size() > 1 && segments.get(0).isEmpty();
    return looksLikeHost ? "/." + this : toString();
  }

  @Override
  public String toString() {
    if (opaque != null) {
      return opaque;
    }
    return segments.isEmpty() ? "" : "/" + String.join("/", segments);
  }
}
