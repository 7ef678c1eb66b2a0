package io.cookiegate.classification;

import java.util.List;

/**
 * The two bytes that may stand right behind a run in any of its patterns. Most runs
 * that are in a script go on otherwise.
 */
final class SieveNext {
  private static final int WORDS = Byte.SIZE / 2;
  private static final int BYTE = 0xff;

  /** Behind one of these, what a pattern goes on with may be elsewhere. */
  private static final long[] UNCLEAR = new long[WORDS];

  static {
    for (int b = 0; b <= BYTE; b++) {
      add(UNCLEAR, b, SieveRun.isUnclear((byte) b));
    }
  }

  private final long[] first = new long[WORDS];
  private final long[] second = new long[WORDS];

  /** What may follow a run of so many bytes. */
  SieveNext(List<SieveRun.Entry> entries, int length) {
    for (SieveRun.Entry entry : entries) {
      SievePattern pattern = entry.pattern();
      int at = entry.offset() + length;
      boolean any = pattern.mayHave(at - 1, (byte) ' ');
      for (int b = 0; b <= BYTE; b++) {
        add(first, b, any || pattern.mayHave(at, (byte) b));
        add(second, b, any || pattern.mayHave(at + 1, (byte) b));
      }
    }
  }

  /** Whether the two lowest bytes may follow. */
  boolean mayBe(long following) {
    int one = (int) following & BYTE;
    return has(first, one)
        && (has(second, (int) following >>> Byte.SIZE & BYTE) || has(UNCLEAR, one));
  }

  private static void add(long[] set, int b, boolean has) {
    set[b >>> 6] |= has ? 1L << b : 0;
  }

  private static boolean has(long[] set, int b) {
    return (set[b >>> 6] >>> b & 1) != 0;
  }
}
