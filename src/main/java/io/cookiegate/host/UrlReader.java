package io.cookiegate.host;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A reusable reader of the URL references in markup, straight from their bytes.
 *
 * <p>It answers what {@link WebUrl} would (a property holds the two together) but allocates nothing
 * for names in ASCII, however they are spelled; IP addresses and names beyond ASCII take the way
 * through {@code WebUrl}, and so does what is longer than 2 KiB. Only the bytes of character references must be resolved before.
 */
public final class UrlReader {
  /** What a reference is to a browser whose page came over http or https. */
  public enum Kind {
    /** Relative to the base of the page, which names the host. */
    RELATIVE,
    /** Names a host on the network, with or without a scheme ({@code //host/path}). */
    NETWORK,
    /**
     * {@code https:name} or {@code https:/name}: relative where the base has that scheme, otherwise the
     * host {@code name}. Host and path are those of the second reading; to be safe, judge both.
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
    /** A host that is not ASCII and has no result here, though a browser may know one: close. */
    UNREADABLE
  }

  private final HostAndPath found;

  /** A reader of references in UTF-8. */
  public UrlReader() {
    this(StandardCharsets.UTF_8);
  }

  /** A reader of references in the charset of a page, which must be ASCII-compatible. */
  public UrlReader(Charset charset) {
    found = new HostAndPath(charset);
  }

  /** Reads a reference; host and path are valid after NETWORK and EITHER, until the next reading. */
  public Kind read(byte[] bytes, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isSkippedAround(bytes[start])) {
      start++;
    }
    while (end > start && isSkippedAround(bytes[end - 1])) {
      end--;
    }
    return readTrimmed(bytes, start, end);
  }

  private Kind readTrimmed(byte[] bytes, int from, int to) {
    if (from == to) {
      return Kind.RELATIVE;
    }
    if (isSlash(bytes[from])) {
      return readSlash(bytes, from, to);
    }
    int colon = schemeEnd(bytes, from, to);
    if (colon == TABBED) {
      return readWithoutTabs(bytes, from, to);
    }
    return colon < 0 ? Kind.RELATIVE : readScheme(bytes, from, colon, to);
  }

  private Kind readSlash(byte[] bytes, int from, int to) {
    int second = from + 1;
    if (second < to && isTabOrNewline(bytes[second])) {
      return readWithoutTabs(bytes, from, to);
    }
    return second < to && isSlash(bytes[second]) ? authority(bytes, second + 1, to) : Kind.RELATIVE;
  }

  private Kind readScheme(byte[] bytes, int from, int colon, int to) {
    UrlScheme scheme = UrlScheme.of(bytes, from, colon);
    return switch (scheme) {
      case DATA -> Kind.DATA;
      case JAVASCRIPT -> Kind.JAVASCRIPT;
      case OTHER -> Kind.OTHER;
      case PAGE, NETWORK -> readSlashes(bytes, from, colon + 1, to, scheme == UrlScheme.PAGE);
    };
  }

  /** Two slashes of either kind make a host of what follows; one or none only without a base of that scheme. */
  private Kind readSlashes(byte[] bytes, int from, int afterColon, int to, boolean maybeRelative) {
    int at = afterColon;
    while (at < to && isSlash(bytes[at])) {
      at++;
    }
    if (at < to && isTabOrNewline(bytes[at])) {
      return readWithoutTabs(bytes, from, to);
    }
    Kind kind = authority(bytes, at, to);
    return maybeRelative && at - afterColon < 2 ? relativeOr(kind) : kind;
  }

  private static Kind relativeOr(Kind network) {
    return switch (network) {
      case NETWORK -> Kind.EITHER;
      case INVALID -> Kind.RELATIVE;
      default -> network;
    };
  }

  private Kind authority(byte[] bytes, int from, int to) {
    int start = from;
    while (start < to && isSlash(bytes[start])) {
      start++;
    }
    return found.read(bytes, start, to);
  }

  private Kind readWithoutTabs(byte[] bytes, int from, int to) {
    byte[] cleaned = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      cleaned[length] = bytes[i];
      length += isTabOrNewline(bytes[i]) ? 0 : 1;
    }
    return readTrimmed(cleaned, 0, length);
  }

  private static final int TABBED = -2;

  /** The colon after a scheme, -1 where there is none, or TABBED where a tab or newline is in the way. */
  private static int schemeEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == ':') {
        return i == from ? -1 : i;
      }
      if (isTabOrNewline(b)) {
        return TABBED;
      }
      if (!isLetter(b) && (i == from || !isOtherInScheme(b))) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isLetter(byte b) {
    return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
  }

  private static boolean isOtherInScheme(byte b) {
    return (b >= '0' && b <= '9') || b == '+' || b == '-' || b == '.';
  }

  private static boolean isSlash(byte b) {
    return b == '/' || b == '\\';
  }

  static boolean isTabOrNewline(byte b) {
    return b == '\t' || b == '\n' || b == '\r';
  }

  private static boolean isSkippedAround(byte b) {
    return b >= 0 && b <= ' ';
  }

  /** Lets go of a long buffer; nothing that was read is valid any more. */
  public void rest() {
    found.rest();
  }

  /** The bytes that hold host and path. */
  public byte[] buffer() {
    return found.buffer;
  }

  public int hostFrom() {
    return 0;
  }

  /** The end of the host, in ASCII and lower case without a trailing dot. */
  public int hostTo() {
    return found.hostTo;
  }

  public int pathFrom() {
    return found.hostTo;
  }

  /** The end of the path as the standard serialises it, of which only the first 6 KiB are kept. */
  public int pathTo() {
    return found.pathTo;
  }
}
