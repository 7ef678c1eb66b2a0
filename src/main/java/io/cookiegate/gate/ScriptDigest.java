package io.cookiegate.gate;

import io.cookiegate.html.HeldText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The digest of a script with all else that its verdict depends on, under keys that this process
 * made for itself and nobody is shown: nobody can write two scripts that are taken for each other.
 * Each KiB is made four words by {@link BlockHash}, and those a tag by {@link SipHash}, which tells
 * nothing of them. Reusable.
 */
final class ScriptDigest implements HeldText.Reader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Not with the class: they are made when the first script is. */
  private static final class Keys {
    static final long FIRST;
    static final long SECOND;
    static final long[] OF_BLOCKS;

    static {
      SecureRandom random = new SecureRandom();
      FIRST = random.nextLong();
      SECOND = random.nextLong();
      OF_BLOCKS = random.longs(BlockHash.KEYS).toArray();
    }
  }

  private final BlockHash block = new BlockHash(Keys.OF_BLOCKS);
  private final SipHash hash = new SipHash(Keys.FIRST, Keys.SECOND);

  /** The bytes that are no pair of words yet. */
  private final byte[] begun = new byte[BlockHash.PAIR];

  private final byte[] sums = new byte[BlockHash.SUMS];
  private int length;
  private long first;
  private long second;

  /**
   * Begins with a script.
   *
   * @param reading as what it is read
   * @param site the domain whose hosts are not third parties, or nothing where that does not matter
   */
  void begin(int reading, byte[] site) {
    length = 0;
    block.begin();
    hash.begin();
    words(reading, site.length);
    hash.update(site, 0, site.length);
    hash.update(sums, 0, -site.length & (Long.BYTES - 1));
  }

  /** Two numbers, in a word of their own. */
  private void words(int one, int other) {
    LONGS.set(sums, 0, (long) other << Integer.SIZE | one);
    hash.update(sums, 0, Long.BYTES);
    LONGS.set(sums, 0, 0L);
  }

  /** Takes the next piece of the script. */
  @Override
  public void read(byte[] a, int from, int to) {
    int at = from;
    int carried = length & (BlockHash.PAIR - 1);
    length += to - from;
    if (carried > 0) {
      int more = Math.min(BlockHash.PAIR - carried, to - from);
      System.arraycopy(a, from, begun, carried, more);
      at += more;
      if (carried + more < BlockHash.PAIR) {
        return;
      }
      take(begun, 0, BlockHash.PAIR);
    }
    int whole = (to - at) & -BlockHash.PAIR;
    take(a, at, at + whole);
    at += whole;
    System.arraycopy(a, at, begun, 0, to - at);
  }

  private void take(byte[] a, int from, int to) {
    int at = from;
    while (at < to) {
      int next = at + Math.min(block.room(), to - at);
      block.take(a, at, next);
      at = next;
      if (block.room() == 0) {
        endBlock();
      }
    }
  }

  private void endBlock() {
    block.end(sums);
    hash.update(sums, 0, BlockHash.SUMS);
    block.begin();
  }

  /** Ends the script. */
  void end() {
    int carried = length & (BlockHash.PAIR - 1);
    if (carried > 0) {
      Arrays.fill(begun, carried, BlockHash.PAIR, (byte) 0);
      take(begun, 0, BlockHash.PAIR);
    }
    if (!block.isEmpty()) {
      endBlock();
    }
    words(length, 0);
    first = hash.end();
    second = hash.endAgain();
  }

  /** The first half of the digest, after the script's end. */
  long first() {
    return first;
  }

  /** The second half. */
  long second() {
    return second;
  }
}
