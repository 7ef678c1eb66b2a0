package io.cookiegate.gate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * NH of a block of bytes (Black, Halevi, Krawczyk, Krovetz and Rogaway, "UMAC: fast and secure message
 * authentication", CRYPTO 1999, section 4; RFC 4418 section 5.2.2), with words of 64 bits as VHASH has
 * them, twice under keys that are shifted by a pair.
 *
 * <p>Of each pair of words, to which a key each is added, the product is added up. For two blocks
 * that are not the same, whatever all other keys are, at most one word in 2<sup>64</sup> makes two
 * sums of products the same; products here are of signed words, for which the proof is the same, and
 * their halves are added up apart, by which at most two words do. So the four sums are the same with a
 * probability of 2<sup>-126</sup>, for whoever does not know the keys and chose the blocks before.
 * The sums tell of the keys and are for nobody's eyes.
 */
final class BlockHash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** How many bytes a pair of words has. */
  static final int PAIR = 16;

  /** How many bytes a block has at most. */
  static final int BLOCK = 1024;

  /** How many keys there are. */
  static final int KEYS = BLOCK / Long.BYTES + 2;

  /** How many bytes the sums have. */
  static final int SUMS = 4 * Long.BYTES;

  private final long[] keys;
  private int length;
  private long low;
  private long high;
  private long secondLow;
  private long secondHigh;

  BlockHash(long[] keys) {
    this.keys = keys;
  }

  /** Begins with a block. */
  void begin() {
    length = 0;
    low = 0;
    high = 0;
    secondLow = 0;
    secondHigh = 0;
  }

  /** How many more bytes the block may have. */
  int room() {
    return BLOCK - length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** Takes the next pairs of words, in locals: nothing waits for the memory. */
  void take(byte[] a, int from, int to) {
    int key = length / Long.BYTES;
    long l0 = low;
    long h0 = high;
    long l1 = secondLow;
    long h1 = secondHigh;
    for (int at = from; at < to; at += PAIR) {
      long one = (long) LONGS.get(a, at);
      long other = (long) LONGS.get(a, at + Long.BYTES);
      long x0 = one + keys[key];
      long y0 = other + keys[key + 1];
      long x1 = one + keys[key + 2];
      long y1 = other + keys[key + 3];
      l0 += x0 * y0;
      h0 += Math.multiplyHigh(x0, y0);
      l1 += x1 * y1;
      h1 += Math.multiplyHigh(x1, y1);
      key += 2;
    }
    length += to - from;
    low = l0;
    high = h0;
    secondLow = l1;
    secondHigh = h1;
  }

  /** Writes the sums. */
  void end(byte[] to) {
    LONGS.set(to, 0, low);
    LONGS.set(to, Long.BYTES, high);
    LONGS.set(to, 2 * Long.BYTES, secondLow);
    LONGS.set(to, 3 * Long.BYTES, secondHigh);
  }
}
