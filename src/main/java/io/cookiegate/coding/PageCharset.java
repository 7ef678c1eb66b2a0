package io.cookiegate.coding;

import org.jspecify.annotations.Nullable;

/**
 * The charset of one page on its way: two steps around the rewriter, which agree on what a browser will take the page for.
 *
 * <pre>
 * page -> reader() -> rewriter, ASCII-compatible bytes -> writer() -> page in the charset it came in
 * </pre>
 */
public final class PageCharset {
  private final ByteStep reader = ByteSteps.identity();
  private final ByteStep writer = ByteSteps.identity();

  private PageCharset() {}

  /** A page about to be read, whose {@code Content-Type} field has this value or is absent. */
  public static PageCharset of(@Nullable String contentType) {
    return new PageCharset();
  }

  /** The step from the page's bytes to what the rewriter reads. */
  public ByteStep reader() {
    return reader;
  }

  /** The step from what the rewriter writes to the page's bytes. */
  public ByteStep writer() {
    return writer;
  }
}
