package io.cookiegate.html;

/**
 * The bounds of the memory one page may use. Over a bound the rewriter closes: what was too long is
 * removed, and {@link TagHandler#closed(CloseReason)} says so.
 *
 * @param maxTag the longest tag in bytes, from its {@code <} to its {@code >}
 * @param maxHeldText the longest text in bytes held while a {@link TextHandler} judges it
 * @param maxNesting the deepest nesting followed inside svg and math
 */
public record HtmlLimits(int maxTag, int maxHeldText, int maxNesting) {
  /** 64 KiB for a tag, 64 KiB for a held text, 512 levels. */
  public static final HtmlLimits DEFAULT = new HtmlLimits(64 * 1024, 64 * 1024, 512);

  public HtmlLimits {
    if (maxTag < 64 || maxHeldText < 64 || maxNesting < 8) {
      throw new IllegalArgumentException(
          "limits are at least 64 bytes a tag, 64 bytes of held text and 8 levels");
    }
  }
}
