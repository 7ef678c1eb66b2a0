package io.cookiegate.html;

import java.io.ByteArrayOutputStream;

/** Names as HTML compares them, without ASCII case, and values as it quotes them. */
final class Names {
  private Names() {}

  static boolean same(byte[] a, int from, int to, byte[] lowerCase) {
    if (to - from != lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      if (Ascii.lower(a[from + i]) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  static boolean same(byte[] a, int from, int to, int otherFrom, int otherTo) {
    if (to - from != otherTo - otherFrom) {
      return false;
    }
    for (int i = 0; i < to - from; i++) {
      if (Ascii.lower(a[from + i]) != Ascii.lower(a[otherFrom + i])) {
        return false;
      }
    }
    return true;
  }

  /** An attribute's = and its value in double quotes. */
  static byte[] quoted(byte[] value, boolean xml) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(value.length + 16);
    out.write('=');
    out.write('"');
    for (byte b : value) {
      switch (b) {
        case '&' -> out.writeBytes(AMPERSAND);
        case '"' -> out.writeBytes(QUOTE);
        case '<' -> out.writeBytes(xml ? LESS : PLAIN_LESS);
        default -> out.write(b);
      }
    }
    out.write('"');
    return out.toByteArray();
  }

  private static final byte[] AMPERSAND = {'&', 'a', 'm', 'p', ';'};
  private static final byte[] LESS = {'&', 'l', 't', ';'};
  private static final byte[] PLAIN_LESS = {'<'};
  private static final byte[] QUOTE = {'&', 'q', 'u', 'o', 't', ';'};
}
