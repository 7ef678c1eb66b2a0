package io.cookiegate.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A judge for tests: removes every element with an attribute value that says "gated", and every
 * script or style whose text does; notes everything it is shown.
 */
final class Gate implements TagHandler {
  static final String WORD = "gated";
  static final AttributeSet ALL = new AttributeSet(-1, -1);
  final List<String> starts = new ArrayList<>();

  /** Those that everybody is shown: with gated attributes, or of remarkable elements. */
  final List<String> remarkable = new ArrayList<>();

  final List<String> ends = new ArrayList<>();
  final List<CloseReason> closed = new ArrayList<>();
  private final boolean heedsAll;
  private final AttributeSet judged;

  Gate() {
    this(true, ALL);
  }

  /** One that may do without being shown plain tags, and judges some attributes only. */
  Gate(boolean heedsAll, AttributeSet judged) {
    this.heedsAll = heedsAll;
    this.judged = judged;
  }

  @Override
  public boolean heedsPlainTags() {
    return heedsAll;
  }

  @Override
  public boolean heeds(
      Element element, Attribute attribute, byte[] a, int nameFrom, int valueFrom, int valueTo) {
    return judged.contains(attribute) && latin(a, valueFrom, valueTo).contains(WORD);
  }

  @Override
  public void startTag(StartTag tag) {
    starts.add(describe(tag));
    boolean goes = isGated(tag);
    if (goes || !tag.element().isPlain()) {
      remarkable.add(describe(tag));
    }
    if (goes) {
      tag.remove();
      return;
    }
    boolean judged = tag.element() == Element.SCRIPT || tag.element() == Element.STYLE;
    if (judged) {
      tag.captureText(new Judge());
    }
  }

  private boolean isGated(StartTag tag) {
    boolean gated = false;
    for (int i = 0; i < tag.attributeCount(); i++) {
      gated |= judged.contains(tag.attribute(i)) && tag.decodedValue(i).contains(WORD);
    }
    return gated;
  }

  static String describe(StartTag tag) {
    StringBuilder text = new StringBuilder();
    text.append(latin(tag.array(), tag.nameFrom(), tag.nameTo()));
    for (int i = 0; i < tag.attributeCount(); i++) {
      text.append(' ').append(latin(tag.array(), tag.nameFrom(i), tag.nameTo(i)));
      text.append('=').append(latin(tag.array(), tag.valueFrom(i), tag.valueTo(i)));
    }
    return text.toString();
  }

  static String latin(byte[] a, int from, int to) {
    return new String(a, from, to - from, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void endTag(EndTag tag) {
    ends.add(tag.element().lowerCaseName());
  }

  @Override
  public void closed(CloseReason reason) {
    closed.add(reason);
  }

  /** Reads a text and removes its element if the word is in it. */
  static final class Judge implements TextHandler {
    private final StringBuilder text = new StringBuilder();

    @Override
    public Reading text(byte[] array, int from, int to) {
      text.append(latin(array, from, to));
      return Reading.GO_ON;
    }

    @Override
    public TextVerdict end() {
      return text.indexOf(WORD) >= 0 ? TextVerdict.REMOVE : TextVerdict.KEEP;
    }

    @Override
    public Overflow overflow() {
      return Overflow.STREAM;
    }
  }
}
