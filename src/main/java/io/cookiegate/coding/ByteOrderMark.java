package io.cookiegate.coding;

import org.jspecify.annotations.Nullable;

/**
 * A byte order mark (WHATWG HTML 13.2.3.2, "BOM sniffing"), or the start of an XML declaration in
 * UTF-16, which works like one.
 */
enum ByteOrderMark {
  UTF_8(Encoding.UTF_8, "\u00ef\u00bb\u00bf"),
  UTF_16BE(Encoding.UTF_16BE, "\u00fe\u00ff"),
  UTF_16LE(Encoding.UTF_16LE, "\u00ff\u00fe"),
  XML_UTF_16BE(Encoding.UTF_16BE, "\0<\0?\0x"),
  XML_UTF_16LE(Encoding.UTF_16LE, "<\0?\0x\0");

  static final int LONGEST = 6;

  private final Encoding encoding;

  /** One character for each byte. */
  private final String bytes;

  ByteOrderMark(Encoding encoding, String bytes) {
    this.encoding = encoding;
    this.bytes = bytes;
  }

  Encoding encoding() {
    return encoding;
  }

  /** Whether only a page that declares nothing outside itself means it so. */
  boolean yieldsToHeader() {
    return this == XML_UTF_16BE || this == XML_UTF_16LE;
  }

  /** The mark that these bytes begin with. */
  static @Nullable ByteOrderMark of(byte[] start, int length) {
    for (ByteOrderMark mark : values()) {
      if (length >= mark.bytes.length() && mark.agrees(start, length)) {
        return mark;
      }
    }
    return null;
  }

  /** Whether these bytes are less than a mark, and may become one. */
  static boolean mayCome(byte[] start, int length) {
    for (ByteOrderMark mark : values()) {
      if (length < mark.bytes.length() && mark.agrees(start, length)) {
        return true;
      }
    }
    return false;
  }

  private boolean agrees(byte[] start, int length) {
    for (int i = 0; i < Math.min(length, bytes.length()); i++) {
      if ((start[i] & 0xff) != bytes.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
