package io.cookiegate.classification;

/**
 * A stretch of a long script with what {@link SievePass} looks for in it: letters, and bytes that may
 * not stand for themselves. Reusable.
 *
 * <p>The loops that find out are of a kind that HotSpot turns into vector instructions, on 17 and 25
 * alike: bytes of different arrays at the same place, one store, no branch, a few tests that the high
 * bit of a sum tells, and no byte used twice by the same operation. Whoever changes one measures it:
 * as plain loops they cost thirty times as much.
 */
final class SieveText {
  /** Shorter stretches are not worth it. */
  static final int LEAST = 512;

  private static final int MOST = 4096;
  private static final int BLOCK = SievePass.BLOCK;
  private static final int LETTERS = 26;
  private static final int DIGITS = 10;

  private final byte[] text = new byte[MOST];
  private final byte[] before = new byte[MOST];
  private final byte[] after = new byte[MOST];
  private final byte[] others = new byte[MOST];
  private final byte[] odd = new byte[MOST];

  /**
   * Takes as many blocks as there is room for, and tells how many bytes they are.
   *
   * @param to behind the last byte, that may be the one after what is taken
   */
  int take(byte[] a, int from, int at, int to) {
    int length = Math.min(MOST, (to - 1 - at) & -BLOCK);
    int lead = at == from ? 1 : 0;
    before[0] = ' ';
    System.arraycopy(a, at - 1 + lead, before, lead, length - lead);
    System.arraycopy(a, at, text, 0, length);
    System.arraycopy(a, at + 1, after, 0, length);
    others(text, others, length);
    escapes(text, after, odd, length);
    lines(text, before, odd, length);
    return length;
  }

  /** Which bytes of the block at a place are letters. */
  long letters(int at) {
    long none = 0;
    for (int i = 0; i < BLOCK; i += Long.BYTES) {
      none |= SieveBytes.highs(SieveBytes.read(others, at + i)) << i;
    }
    return ~none;
  }

  /** Whether a byte of the block at a place may not stand for itself. */
  boolean isOdd(int at) {
    long any = 0;
    for (int i = 0; i < BLOCK; i += Long.BYTES) {
      any |= SieveBytes.read(odd, at + i);
    }
    return SieveBytes.isBeyondAscii(any);
  }

  /** The high bit of each of eight bytes at a place that may not stand for itself. */
  long odd(int at) {
    return SieveBytes.beyondAscii(SieveBytes.read(odd, at));
  }

  // Of a byte of ASCII, a sum has the high bit from a character on. Of what is left of it by 0x7f,
  // the sum with 0x80 less a length has it from so many characters on, and the difference up to
  // there.

  /** Bytes that are no letters. */
  private static void others(byte[] a, byte[] to, int length) {
    for (int i = 0; i < length; i++) {
      to[i] =
          (byte)
              (((((a[i] | 0x20) + (0x80 - 'a')) & 0x7f) + (0x80 - LETTERS))
                  & ((a[i] ^ '_') + 0x7f));
    }
  }

  /**
   * Backslashes, DEL; percent signs and ampersands, but before a blank or an ampersand; plus signs,
   * but before a letter or a digit.
   */
  private static void escapes(byte[] a, byte[] next, byte[] to, int length) {
    for (int i = 0; i < length; i++) {
      to[i] =
          (byte)
              (((((a[i] + (0x80 - '%')) & 0x7f) - 2)
                      & ((next[i] ^ ' ') + 0x7f)
                      & ((('&' - next[i]) & 0x7f) + 0x7f))
                  | ((('\\' - a[i]) & 0x7f) - 1)
                  | ((a[i] ^ 0x7f) - 1)
                  | a[i]
                  | (((a[i] ^ '+') - 1)
                      & ((((next[i] | 0x20) + (0x80 - 'a')) & 0x7f) + (0x80 - LETTERS))
                      & (((next[i] + (0x80 - '0')) & 0x7f) + (0x80 - DIGITS))));
    }
  }

  /**
   * Controls, but behind what is up to a comma, unless that is a dollar sign, and but behind what no
   * word ends in of the last five of each 32 characters: braces, brackets, semicolons.
   */
  private static void lines(byte[] a, byte[] last, byte[] to, int length) {
    for (int i = 0; i < length; i++) {
      to[i] =
          (byte)
              (to[i]
                  | (((a[i] & 0x60) - 1)
                      & ((last[i] + (0x80 - '-')) | ((last[i] ^ '$') - 1))
                      & ((('~' - last[i]) & 0x1f) + (0x80 - 4))));
    }
  }
}
