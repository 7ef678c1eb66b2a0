package io.cookiegate.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Character references as the tokenizer resolves them (WHATWG HTML 13.2.5.72 to 80). What they stand
 * for is written in UTF-8; every other byte stays as it is.
 */
public final class CharacterReferences {
  private static final byte[] NOTHING = {};
  private static final byte[] AMPERSAND = "&amp;".getBytes(StandardCharsets.US_ASCII);
  private static final int REPLACEMENT = 0xFFFD;
  private static final int TOO_LARGE = 0x110000;

  /** 13.2.5.80: what C1 controls mean, from 0x80 on; 0 where they stay themselves. */
  private static final char[] WINDOWS_1252 = {
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178
  };

  private byte[] a = NOTHING;
  private int to;
  private boolean inAttribute;
  private byte[] into = NOTHING;
  private int at;
  private int length;

  /** A reader that is used again. */
  public CharacterReferences() {}

  /** A length that is always enough for what so many bytes decode to. */
  public static int bound(int length) {
    return length + length / 5 + 4;
  }

  /**
   * Resolves the references of an attribute's value.
   *
   * @return the length, or -1 where {@code target} is too short
   */
  public int decodeAttribute(byte[] array, int from, int end, byte[] target) {
    inAttribute = true;
    return resolve(array, from, end, target, 0);
  }

  /**
   * Resolves the references of a text, where a name without its semicolon always counts, to behind
   * what a target has.
   *
   * @return the length of all in the target, or -1 where it is too short
   */
  public int decodeText(byte[] array, int from, int end, byte[] target, int targetTo) {
    inAttribute = false;
    return resolve(array, from, end, target, targetTo);
  }

  private int resolve(byte[] array, int from, int end, byte[] target, int targetTo) {
    int ampersand = Swar.indexOf(array, from, end, (byte) '&');
    int needed = ampersand == end ? end - from : bound(end - from);
    if (target.length - targetTo < needed) {
      return -1;
    }
    a = array;
    at = from;
    to = end;
    into = target;
    length = targetTo;
    int decoded = decode();
    a = NOTHING;
    into = NOTHING;
    return decoded;
  }

  private int decode() {
    while (at < to) {
      int ampersand = Swar.indexOf(a, at, to, (byte) '&');
      put(a, at, ampersand);
      at = ampersand;
      if (at < to) {
        reference();
      }
    }
    return length;
  }

  private void put(byte[] bytes, int from, int end) {
    System.arraycopy(bytes, from, into, length, end - from);
    length += end - from;
  }

  private void literal(int count) {
    put(a, at, at + count);
    at += count;
  }

  private void reference() {
    if (at + 1 < to && a[at + 1] == '#') {
      numeric();
    } else {
      named();
    }
  }

  private void named() {
    if (isAmpersand()) {
      into[length++] = '&';
      at += AMPERSAND.length;
      return;
    }
    int found = NamedReferences.ALL.longest(a, at + 1, to);
    if (found < 0 || isHistorical(NamedReferences.ALL.name(found))) {
      literal(1);
      return;
    }
    byte[] text = NamedReferences.ALL.text(found);
    put(text, 0, text.length);
    at += 1 + NamedReferences.ALL.name(found).length;
  }

  /** Whether the reference is the one that nearly all are. */
  private boolean isAmpersand() {
    int end = at + AMPERSAND.length;
    return end <= to && Arrays.equals(a, at, end, AMPERSAND, 0, AMPERSAND.length);
  }

  /** In an attribute, {@code &copy=} and {@code &copy1} are parts of a URL, not a reference. */
  private boolean isHistorical(byte[] name) {
    int after = at + 1 + name.length;
    return inAttribute
        && name[name.length - 1] != ';'
        && after < to
        && (a[after] == '=' || Ascii.isLetter(a[after]) || isDigit(a[after]));
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private void numeric() {
    boolean hex = at + 2 < to && (a[at + 2] | 0x20) == 'x';
    int digits = at + (hex ? 3 : 2);
    int radix = hex ? 16 : 10;
    int end = digits;
    int code = 0;
    while (end < to && digit(a[end], radix) >= 0) {
      code = Math.min(TOO_LARGE, code * radix + digit(a[end], radix));
      end++;
    }
    if (end == digits) {
      literal(digits - at);
      return;
    }
    length = Utf8.put(meaning(code), into, length);
    at = end < to && a[end] == ';' ? end + 1 : end;
  }

  private static int digit(byte b, int radix) {
    return b < 0 ? -1 : Character.digit((char) b, radix);
  }

  private static int meaning(int code) {
    if (code == 0 || code >= TOO_LARGE || (code >= 0xD800 && code <= 0xDFFF)) {
      return REPLACEMENT;
    }
    if (code >= 0x80 && code < 0xA0 && WINDOWS_1252[code - 0x80] != 0) {
      return WINDOWS_1252[code - 0x80];
    }
    return code;
  }
}
