package io.cookiegate.gate;

/**
 * A hash of a block of bytes under keys: NH (Black, Halevi, Krawczyk, Krovetz and Rogaway, "UMAC: fast
 * and secure message authentication", CRYPTO 1999, section 4; RFC 4418 section 5.2.2) with words of 64
 * bits as VHASH has them, of a code's words and combined, which takes fewer products than NH twice
 * (Nandi, "On the minimum number of multiplications necessary for universal hash functions", FSE 2014;
 * Apple, "HalftimeHash", arXiv 2104.08865).
 *
 * <p>Four pairs of words are a group; a fifth pair is their sum bit by bit. To each word a key of its own
 * is added, and the words of a pair are multiplied. The first product counts in one sum, the second in
 * another, the third in both, the fourth in the one and negative in the other, the fifth in the one and
 * twice in the other. The halves of products are added up apart.
 *
 * <p>The four sums of two blocks of one length that are not the same are alike with a probability of at
 * most 2<sup>-122</sup>, for whoever does not know the keys and chose the blocks before. For of a group
 * that differs, two of the five pairs do at least. Whatever all other keys are, the sums say by how much
 * the products of these two differ: each half in one way, or in two (the first and the fifth pair, the third
 * and the fourth; the factor is 2), so in four ways at most. In each, each product differs by
 * one of two numbers, because of the carry from its low half. And at most two in 2<sup>64</sup> keys of a
 * word make it differ by a number, if the pair's other word differs: words are signed, and on either
 * side of where one of the two overflows, the difference changes with each key. So four times (2 by 2 in
 * 2<sup>64</sup>) twice.
 *
 * <p>The sums tell of the keys and are for nobody's eyes.
 */
final class BlockHash {
  /** How many bytes a group of four pairs of words has. */
  static final int GROUP = 64;

  private static final int GROUP_KEYS = 10;

  /** How many bytes a block has at most. */
  static final int BLOCK = 2048;

  /** How many keys there are. */
  static final int KEYS = BLOCK / GROUP * GROUP_KEYS;

  /** How many sums there are. */
  static final int SUMS = 4;

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

  /**
   * Takes the next groups, in locals: nothing waits for the memory. Written out, it is too long to be
   * compiled as a part of what calls it, where it would find no registers.
   */
  void take(byte[] a, int from, int to) {
    long l0 = low;
    long h0 = high;
    long l1 = secondLow;
    long h1 = secondHigh;
    int firstKey = length / GROUP * GROUP_KEYS;
    int groups = (to - from) / GROUP;
    for (int i = 0; i < groups; i++) {
      int at = from + i * GROUP;
      int key = firstKey + i * GROUP_KEYS;
      long x0 = Words.read(a, at);
      long y0 = Words.read(a, at + 8);
      long x4 = x0;
      long y4 = y0;
      x0 += keys[key];
      y0 += keys[key + 1];
      long low0 = x0 * y0;
      long high0 = Math.multiplyHigh(x0, y0);
      l0 += low0;
      h0 += high0;
      long x1 = Words.read(a, at + 16);
      long y1 = Words.read(a, at + 24);
      x4 ^= x1;
      y4 ^= y1;
      x1 += keys[key + 2];
      y1 += keys[key + 3];
      long low1 = x1 * y1;
      long high1 = Math.multiplyHigh(x1, y1);
      l1 += low1;
      h1 += high1;
      long x2 = Words.read(a, at + 32);
      long y2 = Words.read(a, at + 40);
      x4 ^= x2;
      y4 ^= y2;
      x2 += keys[key + 4];
      y2 += keys[key + 5];
      long low2 = x2 * y2;
      long high2 = Math.multiplyHigh(x2, y2);
      l0 += low2;
      h0 += high2;
      l1 += low2;
      h1 += high2;
      long x3 = Words.read(a, at + 48);
      long y3 = Words.read(a, at + 56);
      x4 ^= x3;
      y4 ^= y3;
      x3 += keys[key + 6];
      y3 += keys[key + 7];
      long low3 = x3 * y3;
      long high3 = Math.multiplyHigh(x3, y3);
      l0 += low3;
      h0 += high3;
      l1 -= low3;
      h1 -= high3;
      x4 += keys[key + 8];
      y4 += keys[key + 9];
      long low4 = x4 * y4;
      long high4 = Math.multiplyHigh(x4, y4);
      l0 += low4;
      h0 += high4;
      l1 += 2 * low4;
      h1 += 2 * high4;
    }
    length += to - from;
    low = l0;
    high = h0;
    secondLow = l1;
    secondHigh = h1;
  }

  /** Writes the sums. */
  void end(long[] to) {
    to[0] = low;
    to[1] = high;
    to[2] = secondLow;
    to[3] = secondHigh;
  }
}
