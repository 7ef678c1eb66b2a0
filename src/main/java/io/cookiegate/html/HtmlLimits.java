package io.cookiegate.html;

/**
 * The bounds of the memory one page may use. Over a bound the rewriter closes: what was too long is
 * removed, and {@link TagHandler#closed(CloseReason)} says so.
 *
 * @param maxTag the longest start tag in bytes, from its {@code <} to its {@code >}, but for a value
 *     that the handler does not need ({@link TagHandler#heedsBegun}); an end tag, in which nothing is
 *     of use but its name, may have a sixteenth of that, or 64 bytes
 * @param maxHeldText the longest element in bytes, start tag and text, held while a {@link TextHandler}
 *     judges its text
 * @param maxNesting the deepest nesting followed inside svg and math
 */
public record HtmlLimits(int maxTag, int maxHeldText, int maxNesting) {
  /** 64 KiB for a tag, 64 KiB for a held text, 512 levels. */
  public static final HtmlLimits DEFAULT = new HtmlLimits(64 * 1024, 64 * 1024, 512);

  /** The longest end tag in bytes. */
  int maxEndTag() {
    return Math.max(64, maxTag / 16);
  }

  public HtmlLimits {
    if (maxTag < 64 || maxHeldText < 64 || maxNesting < 8) {
      throw new IllegalArgumentException(
          "limits are at least 64 bytes a tag, 64 bytes of held text and 8 levels");
    }
  }
}
