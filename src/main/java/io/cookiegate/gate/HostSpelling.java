package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.coding.PageCharset;
import io.cookiegate.host.HostLetters;
import io.cookiegate.host.UrlReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a host is to a browser that a text spells in characters beyond ASCII, which may be mapped to
 * those of another host (UTS 46): fullwidth letters, ideographic full stops, soft hyphens. Reusable.
 */
final class HostSpelling {
  private static final int SLASHES = 2;

  private final PageCharset charset;

  /** Most pages need none. */
  private @Nullable UrlReader used;

  HostSpelling(PageCharset charset) {
    this.charset = charset;
  }

  private UrlReader reader() {
    UrlReader reader = used == null ? new UrlReader() : used;
    used = reader;
    return reader;
  }

  /** Whether a host may be one of ASCII, as far as each of its characters tells. */
  boolean mayBeAscii(byte[] host, int from, int to) {
    if (!charset.isUtf8()) {
      return true;
    }
    return new String(host, from, to - from, UTF_8)
        .codePoints()
        .allMatch(point -> point < 0x80 || HostLetters.of(point) != HostLetters.OTHER);
  }

  /**
   * Reads a host, without what is around it. As the bytes stand, which is what escapes and
   * percent-encoding make of them; where the page is in another charset, so may they be.
   */
  UrlReader.Kind read(byte[] host, int from, int to) {
    UrlReader.Kind kind = readUtf8(host, from, to);
    if (kind == UrlReader.Kind.NETWORK || charset.isUtf8()) {
      return kind;
    }
    byte[] text = charset.inUtf8(host, from, to);
    return readUtf8(text, 0, text.length);
  }

  private UrlReader.Kind readUtf8(byte[] host, int from, int to) {
    byte[] url = new byte[SLASHES + to - from];
    url[0] = '/';
    url[1] = '/';
    System.arraycopy(host, from, url, SLASHES, to - from);
    UrlReader.Kind kind = reader().read(url, 0, url.length);
    boolean refused = kind == UrlReader.Kind.UNREADABLE && isKnown(host, from, to);
    return refused ? UrlReader.Kind.INVALID : kind;
  }

  // Only what is newer than this platform's Unicode may be a host to a browser.
  private static boolean isKnown(byte[] host, int from, int to) {
    return new String(host, from, to - from, UTF_8).codePoints().allMatch(Character::isDefined);
  }

  /** The host, which begins the array, with the path that followed it. */
  byte[] withPath(byte[] text, int pathFrom, int pathTo) {
    byte[] both = Arrays.copyOf(reader().buffer(), to() + pathTo - pathFrom);
    System.arraycopy(text, pathFrom, both, to(), pathTo - pathFrom);
    return both;
  }

  /** The length of the host. */
  int to() {
    return reader().hostTo();
  }

  /** Whether the host is one beyond ASCII. */
  boolean isBeyondAscii() {
    byte[] a = reader().buffer();
    for (int i = 0; i + 4 <= to(); i++) {
      if (a[i] == 'x' && AsciiText.is(a, i, i + 4, "xn--")) {
        return true;
      }
    }
    return false;
  }
}
