package io.cookiegate.html;

/** The classes of bytes the tokenizer tells apart, one table look-up each. */
final class Ascii {
  private static final byte SPACE = 1;
  private static final byte LETTER = 2;
  private static final byte TAG_NAME_END = 4;
  private static final byte ATTRIBUTE_NAME_END = 8;
  private static final byte UNQUOTED_END = 16;
  private static final byte[] CLASSES = new byte[256];

  static {
    mark("\t\n\f\r ", SPACE | TAG_NAME_END | ATTRIBUTE_NAME_END | UNQUOTED_END);
    mark("/", TAG_NAME_END | ATTRIBUTE_NAME_END);
    mark(">", TAG_NAME_END | ATTRIBUTE_NAME_END | UNQUOTED_END);
    mark("=", ATTRIBUTE_NAME_END);
    mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", LETTER);
  }

  private Ascii() {}

  private static void mark(String bytes, int classes) {
    for (int i = 0; i < bytes.length(); i++) {
      CLASSES[bytes.charAt(i)] |= (byte) classes;
    }
  }

  /** What HTML calls ASCII whitespace. */
  static boolean isSpace(byte b) {
    return (CLASSES[b & 0xFF] & SPACE) != 0;
  }

  static boolean isLetter(byte b) {
    return (CLASSES[b & 0xFF] & LETTER) != 0;
  }

  /** Whitespace, / or &gt;. */
  static boolean endsTagName(byte b) {
    return (CLASSES[b & 0xFF] & TAG_NAME_END) != 0;
  }

  /** Whitespace, /, &gt; or =. */
  static boolean endsAttributeName(byte b) {
    return (CLASSES[b & 0xFF] & ATTRIBUTE_NAME_END) != 0;
  }

  /** Whitespace or &gt;. */
  static boolean endsUnquoted(byte b) {
    return (CLASSES[b & 0xFF] & UNQUOTED_END) != 0;
  }

  static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
  }
}
