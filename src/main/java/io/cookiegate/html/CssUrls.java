package io.cookiegate.html;

/**
 * The URLs a style sheet or a style attribute loads: {@code url()} and {@code src()} with a string,
 * {@code @import} and the strings of {@code image-set()}, as ranges of the text (CSS Syntax 3,
 * section 4). Reusable; allocates only when a text has more URLs than any before.
 */
public final class CssUrls {
  /** What loads the URL. */
  public enum Kind {
    /** An {@code @import} rule, with a string or a url(). */
    IMPORT,
    /** Anything else: an image, a font. */
    URL
  }

  private int[] spans = new int[4 * 8];
  private int count;

  /** Reads a text; its ranges replace those of the text before. */
  public void read(byte[] a, int from, int to) {
    count = 0;
  }

  /** The number of URLs. */
  public int count() {
    return count;
  }

  /** What loads the URL. */
  public Kind kind(int i) {
    return spans[4 * i + 2] == 0 ? Kind.IMPORT : Kind.URL;
  }

  /** The position of the URL, inside quotes and parentheses. */
  public int from(int i) {
    return spans[4 * i];
  }

  /** The position after the URL. */
  public int to(int i) {
    return spans[4 * i + 1];
  }

  /** Whether the URL has a backslash, so that its text differs from its bytes. */
  public boolean escaped(int i) {
    return spans[4 * i + 3] != 0;
  }

  /**
   * Writes a URL with its escapes resolved.
   *
   * @return the length, or -1 where {@code into} is too short; the raw length is always enough
   */
  public int decode(byte[] a, int i, byte[] into) {
    int length = to(i) - from(i);
    if (into.length < length) {
      return -1;
    }
    System.arraycopy(a, from(i), into, 0, length);
    return length;
  }
}
