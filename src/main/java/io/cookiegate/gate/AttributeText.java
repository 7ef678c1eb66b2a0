package io.cookiegate.gate;

import io.cookiegate.html.CharacterReferences;
import io.cookiegate.html.StartTag;
import java.util.Arrays;

/** The text of an attribute's value: where it has no character references, in place. Reusable. */
final class AttributeText {
  private final Scratch scratch = new Scratch();
  private byte[] array = Bytes.NONE;
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
    byte[] decoded = scratch.ofLength(CharacterReferences.bound(to - from));
    to = tag.decodeValue(i, decoded);
    array = decoded;
    from = 0;
  }

  /** Lets go of the text. */
  void rest() {
    array = Bytes.NONE;
    scratch.rest();
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
    return Arrays.copyOfRange(array, from, to);
  }
}
