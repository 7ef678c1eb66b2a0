package io.cookiegate.html;

/**
 * The judge of a page's tags. Called in source order; the views are reused and valid only during
 * the call, which decides by calling them.
 *
 * <p>Tags inside a removed element are not shown: nobody will see them.
 */
public interface TagHandler {
  /** A start tag as a browser will see it. */
  void startTag(StartTag tag);

  /** An end tag, matched or stray. */
  default void endTag(EndTag tag) {}

  /**
   * Whether plain tags are shown: end tags, and start tags without {@linkplain #heeds attributes that
   * matter}, of elements that change nothing about how what follows is read, as most of a page's are.
   * Asked anew after each tag shown; some are shown even so.
   */
  default boolean heedsPlainTags() {
    return true;
  }

  /** The attributes of HTML that may be a reason to show a tag; the same for all of a page. */
  default AttributeSet heeded() {
    return AttributeSet.ALL;
  }

  /**
   * Whether one of these attributes is a reason to show the tag. It is asked of attributes in their usual
   * spelling, whatever their tag; what is not usual is shown.
   *
   * @param a holds the name, from one position on, and the value, in a range
   */
  default boolean heeds(
      Element element, Attribute attribute, byte[] a, int nameFrom, int valueFrom, int valueTo) {
    return true;
  }

  /**
   * Whether an attribute of HTML matters of which nothing but the name and the first bytes of the value
   * are known, because the value is longer than a tag may be. Where it does not, and the element
   * changes nothing about how what follows is read, the value passes as it comes; what stands before
   * it in the tag, and what stands behind, is then shown as a tag of its own, that can only be let
   * through or lose its attributes.
   *
   * @param a holds the name, from one position on, and the beginning of the value, in a range
   */
  default boolean heedsBegun(
      Element element, Attribute attribute, byte[] a, int nameFrom, int valueFrom, int valueTo) {
    return true;
  }

  /** Markup to put at the very end of the page, after its last byte; empty for none. */
  default byte[] atEnd() {
    return new byte[0];
  }

  /** Something was taken out without being asked for, because it could not be judged. */
  default void closed(CloseReason reason) {}
}
