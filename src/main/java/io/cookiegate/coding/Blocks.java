package io.cookiegate.coding;

/**
 * The blocks of a stream of which it is not yet known whether they can pass as they are: where the
 * bits of each begin and end, and where its bytes end in the output.
 */
final class Blocks {
  private static final int MOST = 64;

  /** How many bytes of coded input are kept for blocks that may pass. */
  private static final int MOST_KEPT = 64 << 10;

  private final long[] bitsFrom = new long[MOST];
  private final long[] bitsTo = new long[MOST];
  private final long[] outputFrom = new long[MOST];
  private final long[] outputTo = new long[MOST];
  private final int[] kind = new int[MOST];
  private int first;
  private int count;

  /** The block being read; -1 where it cannot pass. */
  private long openBits = -1;

  private long openOutput;

  static final int STORED = 1;
  static final int LAST = 2;

  void begin(long bit, long output) {
    openBits = bit;
    openOutput = output;
  }

  /** The block being read, and its kinds. */
  void end(long bit, long output, int kinds) {
    if (openBits >= 0 && count < MOST) {
      int i = (first + count++) % MOST;
      bitsFrom[i] = openBits;
      bitsTo[i] = bit;
      outputFrom[i] = openOutput;
      outputTo[i] = output;
      kind[i] = kinds;
    }
    openBits = -1;
  }

  int count() {
    return count;
  }

  long bitsFrom() {
    return bitsFrom[first];
  }

  long bitsTo() {
    return bitsTo[first];
  }

  long outputFrom() {
    return outputFrom[first];
  }

  long outputTo() {
    return outputTo[first];
  }

  boolean isStored() {
    return (kind[first] & STORED) != 0;
  }

  boolean isLast() {
    return (kind[first] & LAST) != 0;
  }

  void dropFirst() {
    first = (first + 1) % MOST;
    count--;
  }

  /** Where the bits begin that are needed again. */
  long kept(long bit) {
    if (count > 0 && bit - bitsFrom() > MOST_KEPT << 3) {
      clear();
    }
    if (openBits >= 0 && bit - openBits > MOST_KEPT << 3) {
      openBits = -1;
    }
    return count > 0 ? bitsFrom() : openBits >= 0 ? openBits : bit;
  }

  /** What is being read and known cannot pass. */
  void clear() {
    count = 0;
    openBits = -1;
  }
}
