package io.cookiegate.html;

/**
 * The place rewritten bytes go, in order. Both ranges are valid only during the call.
 */
public interface Output {
  /**
   * A range of the array of the running {@link HtmlRewriter#write(byte[], int, int)}, unchanged: a
   * receiver that owns that array may pass the range on without copying it.
   */
  void kept(byte[] array, int from, int to);

  /** A range of the rewriter's own bytes, which it reuses: copy before returning. */
  void made(byte[] array, int from, int to);
}
