package io.cookiegate.gate;

import io.cookiegate.html.HeldText;
import java.security.SecureRandom;

/**
 * The digest of a script with all else that its verdict depends on, under keys that this process
 * made for itself and nobody is shown: nobody can write two scripts that are taken for each other.
 * Each two KiB are made four words by {@link BlockHash}, and those a tag by {@link SipHash}, which tells
 * nothing of them. Reusable.
 */
final class ScriptDigest implements HeldText.Reader {
  private static final byte[] PADDING = new byte[Long.BYTES];

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

  /** The bytes that are no group yet, and behind them whatever. */
  private final byte[] begun = new byte[BlockHash.GROUP];

  private final long[] sums = new long[BlockHash.SUMS];
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
    hash.update(PADDING, 0, -site.length & (Long.BYTES - 1));
  }

  /** Adds something else that the verdict depends on, before anything is read. */
  void add(long word) {
    hash.word(word);
  }

  /** Two numbers, in a word of their own. */
  private void words(int one, int other) {
    add((long) other << Integer.SIZE | one);
  }

  /** Takes the next piece of the script. */
  @Override
  public void read(byte[] a, int from, int to) {
    int at = from;
    int carried = length & (BlockHash.GROUP - 1);
    length += to - from;
    if (carried > 0) {
      int more = Math.min(BlockHash.GROUP - carried, to - from);
      System.arraycopy(a, from, begun, carried, more);
      at += more;
      if (carried + more < BlockHash.GROUP) {
        return;
      }
      take(begun, 0, BlockHash.GROUP);
    }
    int whole = (to - at) & -BlockHash.GROUP;
    take(a, at, at + whole);
    at += whole;
    carry(a, at, to);
  }

  /** Begins with a group, word by word: what is read as words is there at once if it was so written. */
  private void carry(byte[] a, int from, int to) {
    if (from > a.length - BlockHash.GROUP) {
      System.arraycopy(a, from, begun, 0, to - from);
      return;
    }
    for (int i = 0; i < to - from; i += Long.BYTES) {
      Words.write(begun, i, Words.read(a, from + i));
    }
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
    for (long sum : sums) {
      hash.word(sum);
    }
    block.begin();
  }

  private void endGroup(int carried) {
    int last = carried & -Long.BYTES;
    long used = (1L << (carried * Byte.SIZE)) - 1;
    Words.write(begun, last, Words.read(begun, last) & used);
    for (int i = last + Long.BYTES; i < BlockHash.GROUP; i += Long.BYTES) {
      Words.write(begun, i, 0L);
    }
    take(begun, 0, BlockHash.GROUP);
  }

  /** Ends the script. */
  void end() {
    int carried = length & (BlockHash.GROUP - 1);
    if (carried > 0) {
      endGroup(carried);
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
