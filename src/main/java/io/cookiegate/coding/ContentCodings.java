package io.cookiegate.coding;

import java.util.Locale;

/** The content codings (RFC 9110 section 8.4.1) that can be undone and done again. */
public final class ContentCodings {
  private ContentCodings() {}

  /** Whether {@link #decoder} knows every coding in this {@code Content-Encoding} value. */
  public static boolean canUndo(String contentEncoding) {
    return identity(contentEncoding);
  }

  /**
   * A step that undoes the codings of a {@code Content-Encoding} value, the last one first.
   *
   * @throws CodingException when one of them is unknown
   */
  public static ByteStep decoder(String contentEncoding) {
    return known(contentEncoding);
  }

  /** A step that applies the codings of a {@code Content-Encoding} value in order, each at a level that costs little. */
  public static ByteStep encoder(String contentEncoding) {
    return known(contentEncoding);
  }

  /**
   * A step that applies the codings of a {@code Content-Encoding} value in order.
   *
   * @param level from 1, fast, to 9, small; brought into the range that each coding has
   * @throws CodingException when one of them is unknown
   */
  public static ByteStep encoder(String contentEncoding, int level) {
    return known(contentEncoding);
  }

  /**
   * The {@code Accept-Encoding} value with only the codings that can be undone, weights as they were; the same instance when
   * all of them can.
   */
  public static String restrictAccept(String acceptEncoding) {
    return identity(acceptEncoding) ? acceptEncoding : "identity";
  }

  private static ByteStep known(String contentEncoding) {
    if (!canUndo(contentEncoding)) {
      throw new CodingException("The content coding is not known.");
    }
    return ByteSteps.identity();
  }

  private static boolean identity(String value) {
    String trimmed = value.strip().toLowerCase(Locale.ROOT);
    return trimmed.isEmpty() || trimmed.equals("identity");
  }
}
