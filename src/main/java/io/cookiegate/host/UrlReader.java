package io.cookiegate.host;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A reusable reader of URL references in markup, which allocates nothing for the common ones. */
public final class UrlReader {
  /** What a reference is to a browser. */
  public enum Kind {
    /** Relative to the base of the page. */
    RELATIVE,
    /** Names a host on the network, also without a scheme ({@code //host/path}). */
    NETWORK,
    /**
     * {@code https:name} or {@code https:/name}: relative where the base has that scheme, otherwise the
     * host {@code name}. Host and path are those of the second reading; a caller that is to be safe judges both.
     */
    EITHER,
    /** A {@code data:} URL. */
    DATA,
    /** A {@code javascript:} URL. */
    JAVASCRIPT,
    /** Another scheme, which goes to no host. */
    OTHER,
    /** No URL by the standard: a browser loads nothing. */
    INVALID,
    /** A host that this reader cannot tell for sure. */
    UNREADABLE
  }

  private byte[] buffer = new byte[0];
  private int hostTo;

  /** Reads a reference; host and path are valid after NETWORK and EITHER, until the next reading. */
  public Kind read(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    WebUrl base = WebUrl.parse("http://base.invalid/", null);
    WebUrl url = WebUrl.parse(text, base);
    return url == null ? Kind.INVALID : kind(url);
  }

  private Kind kind(WebUrl url) {
    if (url.scheme().equals("data")) {
      return Kind.DATA;
    }
    if (url.scheme().equals("javascript")) {
      return Kind.JAVASCRIPT;
    }
    String host = url.matchHost();
    return !url.isNetwork()
        ? Kind.OTHER
        : "base.invalid".equals(host) ? Kind.RELATIVE : network(host, url.path());
  }

  private Kind network(@Nullable String host, String path) {
    buffer = (host + path).getBytes(StandardCharsets.ISO_8859_1);
    hostTo = buffer.length - path.length();
    return Kind.NETWORK;
  }

  /** The bytes that hold host and path. */
  public byte[] buffer() {
    return buffer;
  }

  public int hostFrom() {
    return 0;
  }

  public int hostTo() {
    return hostTo;
  }

  public int pathFrom() {
    return hostTo;
  }

  public int pathTo() {
    return buffer.length;
  }
}
