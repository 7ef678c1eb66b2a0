package io.cookiegate.host;

import io.cookiegate.host.UrlReader.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The canonical host and path after the slashes of a reference, in one reused buffer. */
final class HostAndPath {
  private static final int LONGEST_PLAIN = 2048;
  private static final int MOST_PORT = 65535;
  private static final int FIRST_BUFFER = 256;
  private static final int LARGEST_AT_REST = 1024;
  private static final int LARGEST_BUFFER = 3 * LONGEST_PLAIN + 2;

  /** The lower case of the bytes that a plain host name is made of; 0 for every other byte. */
  private static final byte[] PLAIN = plainHostBytes();

  private final Charset charset;
  byte[] buffer = new byte[FIRST_BUFFER];
  int hostTo;
  int pathTo;

  HostAndPath(Charset charset) {
    this.charset = charset;
  }

  Kind read(byte[] bytes, int from, int to) {
    hostTo = 0;
    pathTo = 0;
    boolean read =
        to - from <= LONGEST_PLAIN && (readPlain(bytes, from, to) || readOdd(bytes, from, to));
    return read ? Kind.NETWORK : readAny(bytes, from, to);
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

  /**
   * A name with userinfo before it, percent-encoded letters, dots behind it or a long port. False
   * where it is something else: an IP address, a name beyond ASCII, or none at all.
   */
  private boolean readOdd(byte[] bytes, int from, int to) {
    int end = from;
    int host = from;
    while (end < to && !endsAuthority(bytes[end])) {
      host = bytes[end++] == '@' ? end : host;
    }
    int colon = copyHost(bytes, host, end);
    return colon >= 0 && isPort(bytes, colon, end) && endsInName() && readPlainPath(bytes, end, to);
  }

  /** Copies a host with its escapes resolved; the position after it, or -1 where it is not plain. */
  private int copyHost(byte[] bytes, int from, int end) {
    int length = 0;
    int at = from;
    while (at < end && bytes[at] != ':') {
      int escaped = bytes[at] == '%' ? PercentEncodeSet.escapeAt(bytes, at + 1, end) : -1;
      byte plain = PLAIN[escaped < 0 ? bytes[at] & 0xFF : escaped];
      if (plain == 0) {
        return -1;
      }
      buffer[length++] = plain;
      at += escaped < 0 ? 1 : 3;
    }
    while (length > 0 && buffer[length - 1] == '.') {
      length--;
    }
    hostTo = length;
    return at;
  }

  private static boolean isPort(byte[] bytes, int colon, int end) {
    int port = 0;
    for (int at = colon + 1; at < end && port <= MOST_PORT; at++) {
      port = isDigit(bytes[at]) ? 10 * port + bytes[at] - '0' : MOST_PORT + 1;
    }
    return port <= MOST_PORT;
  }

  /** Whether the last label begins with no digit, so that it is no number of an IPv4 address. */
  private boolean endsInName() {
    int label = hostTo;
    while (label > 0 && buffer[label - 1] != '.') {
      label--;
    }
    return label < hostTo && !isDigit(buffer[label]);
  }

  /** The path state (WHATWG URL 4.4); false where the bytes are no UTF-8. */
  private boolean readPlainPath(byte[] bytes, int from, int to) {
    pathTo = hostTo;
    buffer[pathTo++] = '/';
    int segment = pathTo;
    for (int at = from < to && isSlash(bytes[from]) ? from + 1 : from; at < to; at++) {
      byte b = bytes[at];
      if (b == '?' || b == '#') {
        break;
      }
      if (isSlash(b)) {
        endSegment(segment, true);
        segment = pathTo;
      } else if (b < 0) {
        int last = lastOfCharacter(bytes, at, to);
        if (last < 0) {
          return false;
        }
        at = encode(bytes, at, last);
      } else if (!UrlReader.isTabOrNewline(b)) {
        pathTo = PercentEncodeSet.PATH.append(b, buffer, pathTo);
      }
    }
    endSegment(segment, false);
    return true;
  }

  /** Ends a segment: one of dots goes, and one of two takes the one before it along. */
  private void endSegment(int from, boolean slash) {
    int dots = dots(from, pathTo);
    if (dots > 0) {
      pathTo = dots == 1 ? from : beforeLastSegment(from);
    } else if (slash) {
      buffer[pathTo++] = '/';
    }
  }

  private int beforeLastSegment(int from) {
    int at = from - 1;
    while (at > hostTo && buffer[at - 1] != '/') {
      at--;
    }
    return Math.max(at, hostTo + 1);
  }

  /** How many dots a segment is made of, 0 where of something else or of more than two. */
  private int dots(int from, int to) {
    int dots = 0;
    int at = from;
    while (at < to) {
      int after = afterDot(at, to);
      if (after == at || dots == 2) {
        return 0;
      }
      at = after;
      dots++;
    }
    return dots;
  }

  private int afterDot(int at, int to) {
    if (buffer[at] == '.') {
      return at + 1;
    }
    boolean escaped =
        at + 3 <= to
            && buffer[at] == '%'
            && buffer[at + 1] == '2'
            && (buffer[at + 2] | 0x20) == 'e';
    return escaped ? at + 3 : at;
  }

  private int encode(byte[] bytes, int from, int last) {
    for (int at = from; at <= last; at++) {
      pathTo = PercentEncodeSet.PATH.append(bytes[at], buffer, pathTo);
    }
    return last;
  }

  /** The last byte of a character beyond ASCII; -1 where it is none, or where its charset is not UTF-8. */
  private int lastOfCharacter(byte[] bytes, int at, int to) {
    int trails = charset.equals(StandardCharsets.UTF_8) ? trails(bytes[at] & 0xff) : 0;
    if (trails == 0 || at + trails >= to || !isSecond(bytes[at] & 0xff, bytes[at + 1] & 0xff)) {
      return -1;
    }
    for (int i = at + 1; i <= at + trails; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return -1;
      }
    }
    return at + trails;
  }

  private static int trails(int lead) {
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  }

  /** Whether a second byte makes no overlong form, no surrogate and nothing beyond the last character. */
  private static boolean isSecond(int lead, int second) {
    return switch (lead) {
      case 0xe0 -> second >= 0xa0;
      case 0xed -> second < 0xa0;
      case 0xf0 -> second >= 0x90;
      case 0xf4 -> second < 0x90;
      default -> true;
    };
  }

  /**
   * The slow way, for every spelling there is: IP addresses, and names beyond ASCII, for which the
   * tables of Unicode that Java has are made for Strings.
   */
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

  void rest() {
    if (buffer.length > LARGEST_AT_REST) {
      buffer = new byte[FIRST_BUFFER];
    }
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
