package io.cookiegate.html;

/** What becomes of an element whose text was judged. */
public final class TextVerdict {
  enum Kind {
    KEEP,
    REMOVE,
    REPLACE_TEXT,
    REPLACE_ELEMENT
  }

  private static final byte[] NOTHING = {};

  /** The element stays byte for byte. */
  public static final TextVerdict KEEP = new TextVerdict(Kind.KEEP, NOTHING);

  /** The element goes, tags and text. */
  public static final TextVerdict REMOVE = new TextVerdict(Kind.REMOVE, NOTHING);

  private final Kind kind;
  private final byte[] bytes;

  private TextVerdict(Kind kind, byte[] bytes) {
    this.kind = kind;
    this.bytes = bytes;
  }

  /** The tags stay and the text becomes these bytes, which must not contain the end tag. */
  public static TextVerdict replaceText(byte[] text) {
    return new TextVerdict(Kind.REPLACE_TEXT, text);
  }

  /** The element becomes this markup, which must be complete in itself. */
  public static TextVerdict replaceElement(byte[] markup) {
    return new TextVerdict(Kind.REPLACE_ELEMENT, markup);
  }

  /** Whether the element's end tag is still sent. */
  boolean keepsTags() {
    return kind == Kind.KEEP || kind == Kind.REPLACE_TEXT;
  }

  Kind kind() {
    return kind;
  }

  byte[] bytes() {
    return bytes;
  }
}
