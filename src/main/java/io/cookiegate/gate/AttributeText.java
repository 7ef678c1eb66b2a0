package io.cookiegate.gate;

import io.cookiegate.html.StartTag;

/** The text of an attribute's value: where it has no character references, in place. Reusable. */
final class AttributeText {
  private byte[] decoded = new byte[256];
  private byte[] array = decoded;
  private int from;
  private int to;

  AttributeText read(StartTag tag, int i) {
    from = tag.valueFrom(i);
    to = tag.valueTo(i);
    array = tag.array();
    if (tag.valueNeedsDecoding(i)) {
      decode(tag, i);
    }
    return this;
  }

  private void decode(StartTag tag, int i) {
    int length = tag.decodeValue(i, decoded);
    while (length < 0) {
      decoded = new byte[2 * Math.max(decoded.length, to - from)];
      length = tag.decodeValue(i, decoded);
    }
    array = decoded;
    from = 0;
    to = length;
  }

  byte[] array() {
    return array;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  boolean is(String lowerCase) {
    return AsciiText.is(array, from, to, lowerCase);
  }

  /** A copy of the text that outlives the next reading. */
  byte[] copy() {
    return java.util.Arrays.copyOfRange(array, from, to);
  }
}
