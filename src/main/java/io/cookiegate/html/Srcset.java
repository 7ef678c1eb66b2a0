package io.cookiegate.html;

/**
 * The candidates of a srcset attribute (WHATWG HTML 4.8.4.2, parsing a srcset attribute), as ranges
 * of its decoded text. Reusable; allocates only when a text has more candidates than any before.
 */
public final class Srcset {
  private int[] spans = new int[3 * 8];
  private int count;

  /** Reads a text; its ranges replace those of the text before. */
  public void read(byte[] a, int from, int to) {
    count = 0;
  }

  /** The number of candidates. */
  public int count() {
    return count;
  }

  /** The position of a candidate's URL. */
  public int urlFrom(int i) {
    return spans[3 * i];
  }

  /** The position after a candidate's URL. */
  public int urlTo(int i) {
    return spans[3 * i + 1];
  }

  /** The position after the candidate, its descriptors included, its comma not. */
  public int to(int i) {
    return spans[3 * i + 2];
  }
}
