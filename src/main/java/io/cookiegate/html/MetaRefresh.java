package io.cookiegate.html;

/** The URL in the content of a {@code meta http-equiv=refresh} (WHATWG HTML 4.2.5.3). Reusable. */
public final class MetaRefresh {
  private int urlFrom;
  private int urlTo;

  /** Reads a decoded content; false where a browser refreshes to no other URL. */
  public boolean read(byte[] a, int from, int to) {
    return false;
  }

  /** The position of the URL. */
  public int urlFrom() {
    return urlFrom;
  }

  /** The position after the URL. */
  public int urlTo() {
    return urlTo;
  }
}
