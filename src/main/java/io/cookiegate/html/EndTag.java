package io.cookiegate.html;

import java.util.Arrays;

/** A view of the end tag at hand and the decisions about it; reused like {@link StartTag}. */
public final class EndTag {
  private static final byte[] NOTHING = {};

  private Element element = Element.UNKNOWN;
  private Namespace namespace = Namespace.HTML;
  private byte[] before = NOTHING;
  private byte[] after = NOTHING;
  private boolean touched;

  private byte[] array = NOTHING;
  private int from;
  private int to;

  EndTag() {}

  /** The array the positions are in. */
  public byte[] array() {
    return array;
  }

  /** The position of the tag's {@code <}. */
  public int from() {
    return from;
  }

  /** The position after the tag's {@code >}. */
  public int to() {
    return to;
  }

  /** The element by name, whatever its namespace. */
  public Element element() {
    return element;
  }

  /** The namespace of the content the tag stands in. */
  public Namespace namespace() {
    return namespace;
  }

  /** Puts markup before the tag; not before the end tag of an element whose content is text. */
  public void insertBefore(byte[] markup) {
    touched = true;
    before = join(before, markup);
  }

  /** Puts markup after the tag. */
  public void insertAfter(byte[] markup) {
    touched = true;
    after = join(after, markup);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  boolean untouched() {
    return !touched;
  }

  byte[] before() {
    return before;
  }

  byte[] after() {
    return after;
  }

  void show(byte[] bytes, int tagFrom, int tagTo, Element name, Namespace where) {
    array = bytes;
    from = tagFrom;
    to = tagTo;
    element = name;
    namespace = where;
    reset();
  }

  private void reset() {
    if (touched) {
      touched = false;
      before = NOTHING;
      after = NOTHING;
    }
  }

  /** Lets go of the array and the decisions. */
  void rest() {
    array = NOTHING;
    reset();
  }
}
