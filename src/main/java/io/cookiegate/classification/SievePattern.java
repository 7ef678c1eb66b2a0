package io.cookiegate.classification;

/** Something that a script must have in its bytes to be a service's, for all that can be told there. */
interface SievePattern {
  /**
   * Whether it may stand at a position.
   *
   * @param open whether bytes of the text come before the range
   */
  boolean at(byte[] a, int from, int to, int position, boolean open);

  /**
   * Whether a byte may stand so far behind where it begins, if nothing before it there may stand for
   * something else.
   */
  boolean mayHave(int at, byte b);

  /**
   * Whether an escape may end before a position, so that the bytes there are not what they mean; it
   * may have begun before the range, where that is open.
   */
  static boolean isNearEscape(byte[] a, int from, int position, boolean open) {
    return isNearEscape(a, from, position, ScriptSieve.LONGEST_ESCAPE, open);
  }

  /** Whether an escape may begin within so many bytes before a position. */
  static boolean isNearEscape(byte[] a, int from, int position, int near, boolean open) {
    for (int i = Math.max(from, position - near); i < position; i++) {
      if (a[i] == '\\' || a[i] == '%') {
        return true;
      }
    }
    return open && position - near < from;
  }
}
