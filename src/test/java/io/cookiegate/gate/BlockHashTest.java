package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the sums against what the definition says in numbers of any size. */
class BlockHashTest {
  private static final BigInteger WORDS = BigInteger.ONE.shiftLeft(Long.SIZE);

  /** How often the products of a group's pairs count in the one sum and in the other. */
  private static final int[][] COUNTS = {{1, 0, 1, 1, 1}, {0, 1, 1, -1, 2}};

  private static long[] sums(byte[] text, long[] keys, int[] counts) {
    ByteBuffer words = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN);
    BigInteger low = BigInteger.ZERO;
    BigInteger high = BigInteger.ZERO;
    for (int key = 0; words.hasRemaining(); ) {
      long one = 0;
      long other = 0;
      for (int count : counts) {
        boolean given = key % 10 < 8;
        long x = given ? words.getLong() : one;
        long y = given ? words.getLong() : other;
        one ^= x;
        other ^= y;
        BigInteger product =
            BigInteger.valueOf(x + keys[key++]).multiply(BigInteger.valueOf(y + keys[key++]));
        BigInteger times = BigInteger.valueOf(count);
        low = low.add(product.mod(WORDS).multiply(times));
        high = high.add(product.shiftRight(Long.SIZE).multiply(times));
      }
    }
    return new long[] {low.longValue(), high.longValue()};
  }

  @Test
  void sumsAreThoseOfTheDefinition() {
    Random random = new Random(1);
    long[] keys = random.longs(BlockHash.KEYS).toArray();
    BlockHash hash = new BlockHash(keys);
    int tried = 0;
    for (int length = 0; length <= BlockHash.BLOCK; length += BlockHash.GROUP) {
      byte[] text = new byte[length];
      random.nextBytes(text);
      int cut = random.nextInt(length / BlockHash.GROUP + 1) * BlockHash.GROUP;
      hash.begin();
      hash.take(text, 0, cut);
      hash.take(text, cut, length);
      long[] told = new long[BlockHash.SUMS];
      hash.end(told);
      assertEquals(BlockHash.BLOCK - length, hash.room());
      for (int i = 0; i < COUNTS.length; i++) {
        long[] expected = sums(text, keys, COUNTS[i]);
        assertArrayEquals(expected, Arrays.copyOfRange(told, 2 * i, 2 * i + 2), "of " + length);
      }
      tried++;
    }
    assertEquals(33, tried);
  }

  @Test
  void ofAnyTwoPairsTheProductsFollowFromTheSumsInAtMostTwoWaysEach() {
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < i; j++) {
        int factor = COUNTS[0][i] * COUNTS[1][j] - COUNTS[0][j] * COUNTS[1][i];
        assertTrue(factor % 4 != 0, i + " and " + j);
      }
    }
  }

  @Test
  void eachBitCountsInBothSums() {
    Random random = new Random(2);
    BlockHash hash = new BlockHash(random.longs(BlockHash.KEYS).toArray());
    Set<Long> all = new HashSet<>();
    for (int bit = 0; bit < 8 * BlockHash.GROUP; bit += bit % 32 == 31 ? 33 : 1) {
      byte[] text = new byte[BlockHash.GROUP];
      text[bit / 8] = (byte) (1 << bit % 8);
      hash.begin();
      hash.take(text, 0, text.length);
      long[] told = new long[BlockHash.SUMS];
      hash.end(told);
      // Of the upper bits and of the sums of high halves, some are alike.
      all.add(told[0]);
      all.add(told[2]);
    }
    assertEquals(8 * BlockHash.GROUP, all.size());
  }
}
