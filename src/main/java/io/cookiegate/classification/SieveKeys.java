package io.cookiegate.classification;

/**
 * A set of runs of bytes, each with a number. Bits that are near at hand say of most others that they
 * are none of it.
 */
final class SieveKeys {
  private static final long FACTOR = 0xC2B2AE3D27D4EB4FL;

  /** Where in the product two bits of a long are told. */
  private static final int FIRST = 20;

  private static final int SECOND = 26;

  private final long[] bits;
  private final long[] keys;
  private final int shift;

  /**
   * Room for runs.
   *
   * @param count how many runs
   */
  SieveKeys(int count) {
    int size = Integer.highestOneBit(Math.max(8, count)) * 4;
    bits = new long[size / 8];
    shift = Long.SIZE - Integer.numberOfTrailingZeros(bits.length);
    keys = new long[size];
  }

  /** All numbers are below this. */
  int size() {
    return keys.length;
  }

  /** Adds a run that is not 0; its number. */
  int add(long run) {
    long product = run * FACTOR;
    bits[(int) (product >>> shift)] |= bit(product, FIRST) | bit(product, SECOND);
    int at = first(product);
    while (keys[at] != 0) {
      at = (at + 1) & (keys.length - 1);
    }
    keys[at] = run;
    return at;
  }

  private static long bit(long product, int where) {
    return 1L << (product >>> where);
  }

  private int first(long product) {
    return (int) (product >>> Integer.SIZE) & (keys.length - 1);
  }

  /** The number of a run; negative where it is none of the set. */
  int find(long run) {
    long product = run * FACTOR;
    long both = bit(product, FIRST) | bit(product, SECOND);
    return (bits[(int) (product >>> shift)] & both) == both ? find(run, product) : -1;
  }

  private int find(long run, long product) {
    int at = first(product);
    while (keys[at] != 0 && keys[at] != run) {
      at = (at + 1) & (keys.length - 1);
    }
    return keys[at] == 0 ? -1 : at;
  }
}
