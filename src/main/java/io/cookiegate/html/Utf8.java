package io.cookiegate.html;

/** Code points as UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** Writes a code point; returns the position after it. */
  static int put(int code, byte[] into, int at) {
    int length = at;
    if (code < 0x80) {
      into[length++] = (byte) code;
      return length;
    }
    int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    into[length++] = (byte) ((0xFF00 >> (more + 1)) | (code >> (6 * more)));
    for (int shift = 6 * (more - 1); shift >= 0; shift -= 6) {
      into[length++] = (byte) (0x80 | ((code >> shift) & 0x3F));
    }
    return length;
  }
}
