package io.cookiegate.gate;

/** An array for the time of one judgement: kept for the next one unless it is long. */
final class Scratch {
  private static final int FIRST = 256;
  private static final int LONGEST_AT_REST = 1024;

  private byte[] array = Bytes.NONE;

  /** An array at least so long, with anything in it. */
  byte[] ofLength(int length) {
    if (array.length < length) {
      array = new byte[Math.max(FIRST, Math.max(length, Math.min(2 * array.length, 1 << 20)))];
    }
    return array;
  }

  /** Lets go of a long array. */
  void rest() {
    if (array.length > LONGEST_AT_REST) {
      array = Bytes.NONE;
    }
  }
}
