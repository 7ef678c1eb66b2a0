package io.cookiegate.gate;

/** Plain copies from memory to memory, in pieces of 8 KB, that no cache helps. */
final class FarCopy {
  private static final int PIECE = 8192;

  /** More than any cache holds. */
  private static final int FAR = 256 << 20;

  private static final byte[] FROM = new byte[FAR];
  private static final byte[] TO = new byte[FAR];
  private static int at;

  private FarCopy() {}

  /** Copies the next bytes. */
  static byte[] of(int length) {
    if (at + length > FAR) {
      at = 0;
    }
    int end = at + length;
    for (int from = at; from < end; from += PIECE) {
      System.arraycopy(FROM, from, TO, from, Math.min(PIECE, end - from));
    }
    at = end;
    return TO;
  }
}
