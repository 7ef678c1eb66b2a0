package io.cookiegate.host;

import java.nio.charset.StandardCharsets;

/** The sets of bytes that a part of a URL writes as {@code %XX} (WHATWG URL 1.3). */
enum PercentEncodeSet {
  C0_CONTROL(""),
  FRAGMENT(" \"<>`"),
  QUERY(" \"#<>"),
  SPECIAL_QUERY(" \"#<>'"),
  PATH(" \"#<>?^`{}"),
  USERINFO(" \"#<>?^`{}/:;=@[\\]|");

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final long below64;
  private final long from64;

  PercentEncodeSet(String printable) {
    long low = 0xFFFF_FFFFL;
    long high = 1L << 63;
    for (int i = 0; i < printable.length(); i++) {
      char c = printable.charAt(i);
      low |= c < 64 ? 1L << c : 0;
      high |= c < 64 ? 0 : 1L << (c - 64);
    }
    below64 = low;
    from64 = high;
  }

  /** C0 controls and bytes beyond ASCII are members of every set. */
  boolean contains(byte b) {
    return b < 0 || ((b < 64 ? below64 : from64) >>> (b & 63) & 1) != 0;
  }

  /** The text with every member of this set in it encoded, from its UTF-8. */
  String encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] encoded = new byte[3 * bytes.length];
    int length = 0;
    for (byte b : bytes) {
      length = append(b, encoded, length);
    }
    return length == text.length()
        ? text
        : new String(encoded, 0, length, StandardCharsets.US_ASCII);
  }

  /** Writes one byte, encoded where it is a member; returns where the next one goes. */
  int append(byte b, byte[] target, int at) {
    if (!contains(b)) {
      target[at] = b;
      return at + 1;
    }
    target[at] = '%';
    target[at + 1] = HEX[(b >> 4) & 0xF];
    target[at + 2] = HEX[b & 0xF];
    return at + 3;
  }

  /** The text with every {@code %XX} in it resolved, read as UTF-8 (WHATWG URL 1.3, percent-decode). */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == '%' ? escapeAt(bytes, i + 1, bytes.length) : -1;
      bytes[length++] = value < 0 ? bytes[i] : (byte) value;
      i += value < 0 ? 0 : 2;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** What two hexadecimal digits before the end of a range say; -1 where there are none. */
  static int escapeAt(byte[] bytes, int at, int to) {
    if (at + 1 >= to) {
      return -1;
    }
    int high = Character.digit(bytes[at], 16);
    int low = Character.digit(bytes[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
