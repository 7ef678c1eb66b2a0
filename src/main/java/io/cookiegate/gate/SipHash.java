package io.cookiegate.gate;

/**
 * SipHash-2-4 with a tag of 128 bits, of a text that comes in pieces (Aumasson and Bernstein, "SipHash:
 * a fast short-input PRF", section 2, with the longer tag of its authors' own program). Who does not
 * know the key cannot find two texts of one tag. Reusable.
 */
final class SipHash {
  private static final int WORD = 8;
  private static final int LONG_TAG = 0xee;
  private static final int SECOND_HALF = 0xdd;

  private static final int ROUNDS_OF_WORDS = 2;
  private static final int ROUNDS_OF_AN_END = 4;

  private final long firstKey;
  private final long secondKey;
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  /** The bytes that are no word yet, from the lowest on. */
  private long begun;

  private int length;

  SipHash(long firstKey, long secondKey) {
    this.firstKey = firstKey;
    this.secondKey = secondKey;
  }

  void begin() {
    v0 = firstKey ^ 0x736f6d6570736575L;
    v1 = secondKey ^ 0x646f72616e646f6dL ^ LONG_TAG;
    v2 = firstKey ^ 0x6c7967656e657261L;
    v3 = secondKey ^ 0x7465646279746573L;
    length = 0;
    begun = 0;
  }

  /** Takes the next bytes of the text. */
  void update(byte[] a, int from, int to) {
    int at = from;
    while (at < to && (length & (WORD - 1)) != 0) {
      add(a[at++]);
    }
    for (; at <= to - WORD; at += WORD) {
      word(Words.read(a, at));
    }
    while (at < to) {
      add(a[at++]);
    }
  }

  private void add(byte b) {
    begun |= (b & 0xffL) << (length * Byte.SIZE);
    length++;
    if ((length & (WORD - 1)) == 0) {
      mix(begun);
      begun = 0;
    }
  }

  /** Takes the next eight bytes of the text, of which none is begun. */
  void word(long word) {
    mix(word);
    length += WORD;
  }

  private void mix(long word) {
    v3 ^= word;
    rounds(ROUNDS_OF_WORDS);
    v0 ^= word;
  }

  /** Ends the text; the first half of its tag. */
  long end() {
    mix(begun | (long) length << (Long.SIZE - Byte.SIZE));
    v2 ^= LONG_TAG;
    rounds(ROUNDS_OF_AN_END);
    return v0 ^ v1 ^ v2 ^ v3;
  }

  /** The second half of the tag, after the first. */
  long endAgain() {
    v1 ^= SECOND_HALF;
    rounds(ROUNDS_OF_AN_END);
    return v0 ^ v1 ^ v2 ^ v3;
  }

  /** In locals: nothing waits for the memory between one round and the next. */
  private void rounds(int count) {
    long w0 = v0;
    long w1 = v1;
    long w2 = v2;
    long w3 = v3;
    for (int round = 0; round < count; round++) {
      w0 += w1;
      w2 += w3;
      w1 = Long.rotateLeft(w1, 13) ^ w0;
      w3 = Long.rotateLeft(w3, 16) ^ w2;
      w0 = Long.rotateLeft(w0, 32) + w3;
      w2 += w1;
      w3 = Long.rotateLeft(w3, 21) ^ w0;
      w1 = Long.rotateLeft(w1, 17) ^ w2;
      w2 = Long.rotateLeft(w2, 32);
    }
    v0 = w0;
    v1 = w1;
    v2 = w2;
    v3 = w3;
  }
}
