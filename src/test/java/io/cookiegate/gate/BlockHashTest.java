package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds the sums against what the definition says in numbers of any size. */
class BlockHashTest {
  private static final BigInteger WORDS = BigInteger.ONE.shiftLeft(Long.SIZE);

  private static long[] sums(byte[] text, long[] keys, int shift) {
    ByteBuffer words = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN);
    BigInteger low = BigInteger.ZERO;
    BigInteger high = BigInteger.ZERO;
    for (int key = shift; words.hasRemaining(); key += 2) {
      BigInteger one = BigInteger.valueOf(words.getLong() + keys[key]);
      BigInteger product = one.multiply(BigInteger.valueOf(words.getLong() + keys[key + 1]));
      low = low.add(product.mod(WORDS));
      high = high.add(product.shiftRight(Long.SIZE));
    }
    return new long[] {low.longValue(), high.longValue()};
  }

  @Test
  void sumsAreThoseOfTheDefinition() {
    Random random = new Random(1);
    long[] keys = random.longs(BlockHash.KEYS).toArray();
    BlockHash hash = new BlockHash(keys);
    int tried = 0;
    for (int length = 0; length <= BlockHash.BLOCK; length += BlockHash.PAIR) {
      byte[] text = new byte[length];
      random.nextBytes(text);
      int cut = random.nextInt(length / BlockHash.PAIR + 1) * BlockHash.PAIR;
      hash.begin();
      hash.take(text, 0, cut);
      hash.take(text, cut, length);
      byte[] told = new byte[BlockHash.SUMS];
      hash.end(told);
      assertEquals(BlockHash.BLOCK - length, hash.room());
      ByteBuffer expected = ByteBuffer.allocate(BlockHash.SUMS).order(ByteOrder.LITTLE_ENDIAN);
      for (int shift : new int[] {0, 2}) {
        for (long sum : sums(text, keys, shift)) {
          expected.putLong(sum);
        }
      }
      assertEquals(expected.flip(), ByteBuffer.wrap(told), "of " + length);
      tried++;
    }
    assertEquals(65, tried);
  }
}
