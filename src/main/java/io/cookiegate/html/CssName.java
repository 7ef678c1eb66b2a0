package io.cookiegate.html;

/** A CSS name being read, its escapes resolved and without case (CSS Syntax 3, 4.3.7 and 4.3.11). */
final class CssName {
  private static final int LONGEST = 32;
  private static final int REPLACEMENT = 0xFFFD;

  private final byte[] bytes = new byte[LONGEST];
  private int length;

  /** Whether a name begins here. */
  static boolean begins(byte[] a, int at, int to) {
    return isNameByte(a[at]) || isEscape(a, at, to);
  }

  static boolean isNameByte(byte b) {
    return b < 0 || Ascii.isLetter(b) || (b >= '0' && b <= '9') || b == '-' || b == '_';
  }

  private static boolean isEscape(byte[] a, int at, int to) {
    return a[at] == '\\' && at + 1 < to && !isNewline(a[at + 1]);
  }

  static boolean isNewline(byte b) {
    return b == '\n' || b == '\r' || b == '\f';
  }

  /** Reads a name; returns the position after it. */
  int read(byte[] a, int from, int to) {
    length = 0;
    int at = from;
    while (at < to && begins(a, at, to)) {
      if (a[at] == '\\') {
        int code = code(a, at, to);
        put(code < 0x80 ? (byte) code : -1);
        at = afterEscape(a, at, to);
      } else {
        put(a[at++]);
      }
    }
    return at;
  }

  private void put(byte b) {
    if (length < LONGEST) {
      bytes[length++] = Ascii.lower(b);
    }
  }

  boolean is(String name) {
    if (length != name.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is one that an author makes up (CSS Variables 1, section 2). */
  boolean isCustomProperty() {
    return length > 1 && bytes[0] == '-' && bytes[1] == '-';
  }

  private static int hex(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, 16);
  }

  private static int digitsTo(byte[] a, int backslash, int to) {
    int at = backslash + 1;
    int end = Math.min(to, at + 6);
    while (at < end && hex(a[at]) >= 0) {
      at++;
    }
    return at;
  }

  /** The code point an escape stands for; a byte where it escapes one that is no hex digit. */
  private static int code(byte[] a, int backslash, int to) {
    int end = digitsTo(a, backslash, to);
    if (end == backslash + 1) {
      return a[end] & 0xFF;
    }
    int code = 0;
    for (int i = backslash + 1; i < end; i++) {
      code = code * 16 + hex(a[i]);
    }
    boolean none = code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF);
    return none ? REPLACEMENT : code;
  }

  /** Past an escape, with the space that ends one of hex digits. */
  static int afterEscape(byte[] a, int backslash, int to) {
    if (backslash + 1 >= to) {
      return to;
    }
    int end = digitsTo(a, backslash, to);
    if (end + 1 < to && a[end] == '\r' && a[end + 1] == '\n') {
      return end + 2;
    }
    if (end == backslash + 1) {
      return end + 1;
    }
    return end < to && Ascii.isSpace(a[end]) ? end + 1 : end;
  }

  /** Resolves the escapes of a range, as UTF-8; -1 where the target is too short. */
  static int unescape(byte[] a, int from, int to, byte[] into) {
    if (into.length < to - from + (to - from) / 2) {
      return -1;
    }
    int length = 0;
    int at = from;
    while (at < to) {
      if (a[at] != '\\') {
        into[length++] = a[at++];
      } else if (at + 1 == to) {
        at++;
      } else if (isNewline(a[at + 1])) {
        at += a[at + 1] == '\r' && at + 2 < to && a[at + 2] == '\n' ? 3 : 2;
      } else {
        length = putEscape(a, at, to, into, length);
        at = afterEscape(a, at, to);
      }
    }
    return length;
  }

  private static int putEscape(byte[] a, int at, int to, byte[] into, int length) {
    if (digitsTo(a, at, to) == at + 1) {
      into[length] = a[at + 1];
      return length + 1;
    }
    return Utf8.put(code(a, at, to), into, length);
  }
}
