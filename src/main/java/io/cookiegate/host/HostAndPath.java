package io.cookiegate.host;

import io.cookiegate.host.UrlReader.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The canonical host and path after the slashes of a reference, in one reused buffer. */
final class HostAndPath {
  private static final int LONGEST_PLAIN = 2048;
  private static final int LARGEST_BUFFER = 3 * LONGEST_PLAIN + 2;

  /** The lower case of the bytes that a plain host name is made of; 0 for every other byte. */
  private static final byte[] PLAIN = plainHostBytes();

  private final Charset charset;
  byte[] buffer = new byte[256];
  int hostTo;
  int pathTo;

  HostAndPath(Charset charset) {
    this.charset = charset;
  }

  Kind read(byte[] bytes, int from, int to) {
    hostTo = 0;
    pathTo = 0;
    return to - from <= LONGEST_PLAIN && readPlain(bytes, from, to)
        ? Kind.NETWORK
        : readAny(bytes, from, to);
  }

  /** The fast way: false where the spelling is not plain, whatever that means for the reading. */
  private boolean readPlain(byte[] bytes, int from, int to) {
    reserve(3 * (to - from) + 2);
    int at = readPlainHost(bytes, from, to);
    if (at < to && bytes[at] == ':') {
      at = afterPort(bytes, at + 1, to);
    }
    return hostTo > 0
        && at >= 0
        && (at == to || endsAuthority(bytes[at]))
        && readPlainPath(bytes, at, to);
  }

  /** Copies the host and returns where it ends; a host that may be an IPv4 address or ends in a dot is not copied. */
  private int readPlainHost(byte[] bytes, int from, int to) {
    int at = from;
    int length = 0;
    int label = 0;
    for (byte plain; at < to && (plain = PLAIN[bytes[at] & 0xFF]) != 0; at++) {
      buffer[length++] = plain;
      label = plain == '.' ? length : label;
    }
    boolean isName = label < length && !isDigit(buffer[label]);
    hostTo = isName ? length : 0;
    return at;
  }

  private static int afterPort(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isDigit(bytes[at])) {
      at++;
    }
    // Four digits are below 65536 whatever they are.
    return at - from <= 4 ? at : -1;
  }

  private boolean readPlainPath(byte[] bytes, int from, int to) {
    int length = hostTo;
    buffer[length++] = '/';
    boolean segmentStart = true;
    for (int at = from < to && isSlash(bytes[from]) ? from + 1 : from; at < to; at++) {
      byte b = bytes[at];
      if (b == '?' || b == '#') {
        break;
      }
      if (isSlash(b)) {
        buffer[length++] = '/';
        segmentStart = true;
      } else if (!UrlReader.isTabOrNewline(b)) {
        // A segment like this may be a dot segment, which takes others with it.
        if (b < 0 || (segmentStart && (b == '.' || b == '%'))) {
          return false;
        }
        length = PercentEncodeSet.PATH.append(b, buffer, length);
        segmentStart = false;
      }
    }
    pathTo = length;
    return true;
  }

  /** The slow way, for every spelling there is. */
  private Kind readAny(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, charset);
    WebUrl url = WebUrl.parse("http://" + text, null);
    String host = url == null ? null : url.matchHost();
    if (url == null || host == null) {
      return mayBeKnownElsewhere(text) ? Kind.UNREADABLE : Kind.INVALID;
    }
    keep(host, url.path());
    return Kind.NETWORK;
  }

  private void keep(String host, String path) {
    int length = Math.min(host.length() + path.length(), LARGEST_BUFFER);
    reserve(length);
    byte[] bytes = (host + path).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, buffer, 0, length);
    hostTo = Math.min(host.length(), length);
    pathTo = length;
  }

  /** Whether the failure may come from a Unicode newer than this one's: an ASCII host leaves no doubt. */
  private static boolean mayBeKnownElsewhere(String text) {
    String authority = text.substring(0, UrlText.authorityEnd(text, true));
    return PercentEncodeSet.decode(authority).chars().anyMatch(c -> c >= 0x80);
  }

  private void reserve(int length) {
    if (buffer.length < length) {
      buffer = new byte[Math.min(LARGEST_BUFFER, Math.max(length, 2 * buffer.length))];
    }
  }

  private static boolean endsAuthority(byte b) {
    return isSlash(b) || b == '?' || b == '#';
  }

  private static boolean isSlash(byte b) {
    return b == '/' || b == '\\';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static byte[] plainHostBytes() {
    byte[] plain = new byte[256];
    for (char c = '-'; c <= 'z'; c++) {
      boolean isPlain = Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_';
      plain[c] = isPlain ? (byte) Character.toLowerCase(c) : 0;
    }
    return plain;
  }
}
