package io.cookiegate.coding;

import java.util.Arrays;

/**
 * The codes of one canonical Huffman code (RFC 1951 section 3.2.2), to be looked up by the next bits.
 *
 * <p>An entry holds what a code means and how many bits it takes. Codes longer than the table's
 * first level are found in a second one. An entry, from its lowest bits: 6 bits of length in all,
 * extra bits included; at 8, four bits of length without them; at 12, marks; from 16, the literal,
 * or the smallest length or distance.
 */
final class DecodingTable {
  /** The sign: a literal. */
  static final int LITERAL = 1 << 31;

  /** Neither literal, nor length, nor distance; alone: a code that nothing has. */
  static final int SPECIAL = 0x8000;

  /** With {@link #SPECIAL}: the second level begins at the value, and has as many bits as at 8. */
  static final int SECOND = 0x4000;

  /** With {@link #SPECIAL}: the end of the block. */
  static final int END = 0x2000;

  static final int LITERAL_BITS = 11;
  static final int DISTANCE_BITS = 8;
  static final int LENGTH_BITS = 7;

  private static final int LONGEST = 15;

  final int[] entries;
  private final int bits;
  private final short[] count = new short[LONGEST + 1];
  private final short[] offset = new short[LONGEST + 2];
  private final short[] sorted = new short[288];

  /**
   * A table with a first level of so many bits.
   *
   * @param most how many entries the two levels of any code have at most: zlib's {@code enough}
   */
  private DecodingTable(int bits, int most) {
    this.bits = bits;
    this.entries = new int[most];
  }

  static DecodingTable ofLiterals() {
    return new DecodingTable(LITERAL_BITS, 2342);
  }

  static DecodingTable ofDistances() {
    return new DecodingTable(DISTANCE_BITS, 402);
  }

  static DecodingTable ofLengths() {
    return new DecodingTable(LENGTH_BITS, 128);
  }

  /**
   * Becomes the table of a code.
   *
   * @param lengths the lengths of the codes, from {@code from} on
   * @param meanings what each of the {@code symbols} symbols means, as an entry with its extra bits
   *     alone
   * @param mayBeIncomplete whether no code, or a single one of one bit, will do (RFC 1951 section
   *     3.2.7)
   * @return whether these are lengths of a code
   */
  boolean become(byte[] lengths, int from, int symbols, int[] meanings, boolean mayBeIncomplete) {
    Arrays.fill(count, (short) 0);
    for (int i = 0; i < symbols; i++) {
      count[lengths[from + i]]++;
    }
    int used = symbols - count[0];
    count[0] = 0;
    int left = codesLeft();
    if (left != 0) {
      boolean single = used == 0 || (used == 1 && count[1] == 1);
      return left > 0
          && mayBeIncomplete
          && single
          && becomeSingle(lengths, from, symbols, meanings);
    }
    sort(lengths, from, symbols);
    fill(meanings);
    return true;
  }

  /** How many codes of the greatest length are not taken; negative where there are too many. */
  private int codesLeft() {
    int left = 1;
    for (int length = 1; length <= LONGEST && left >= 0; length++) {
      left = (left << 1) - count[length];
    }
    return left;
  }

  private boolean becomeSingle(byte[] lengths, int from, int symbols, int[] meanings) {
    Arrays.fill(entries, 0, 1 << bits, SPECIAL | 1);
    for (int symbol = 0; symbol < symbols; symbol++) {
      if (lengths[from + symbol] != 0) {
        for (int i = 0; i < 1 << bits; i += 2) {
          entries[i] = meanings[symbol] + (1 << 8) + 1;
        }
      }
    }
    return true;
  }

  private void sort(byte[] lengths, int from, int symbols) {
    offset[1] = 0;
    for (int length = 1; length <= LONGEST; length++) {
      offset[length + 1] = (short) (offset[length] + count[length]);
    }
    for (int symbol = 0; symbol < symbols; symbol++) {
      int length = lengths[from + symbol];
      if (length != 0) {
        sorted[offset[length]++] = (short) symbol;
      }
    }
  }

  /** Goes through the codes in order; they are read from their first bit, which is the lowest. */
  private void fill(int[] meanings) {
    int code = 0;
    int next = 0;
    for (int length = 1; length <= bits; length++) {
      int end = 1 << length;
      if (length > 1) {
        System.arraycopy(entries, 0, entries, end >> 1, end >> 1);
      }
      for (int left = count[length]; left > 0; left--) {
        entries[code] = meanings[sorted[next++]] + (length << 8) + length;
        if (code == end - 1) {
          spread(end);
          return;
        }
        code = after(code, end - 1);
      }
    }
    fillSecond(meanings, code, next);
  }

  /** Repeats what is there over the rest of the first level. */
  private void spread(int length) {
    for (int done = length; done < 1 << bits; done <<= 1) {
      System.arraycopy(entries, 0, entries, done, done);
    }
  }

  /** The code after this one, both with their first bit as the lowest. */
  private static int after(int code, int ones) {
    int bit = Integer.highestOneBit(code ^ ones);
    return (code & (bit - 1)) | bit;
  }

  private void fillSecond(int[] meanings, int first, int firstSymbol) {
    int code = first;
    int next = firstSymbol;
    int mask = (1 << bits) - 1;
    int prefix = -1;
    int start = 0;
    int end = 1 << bits;
    for (int length = bits + 1; length <= LONGEST; length++) {
      for (; count[length] > 0; count[length]--) {
        if ((code & mask) != prefix) {
          prefix = code & mask;
          start = end;
          int width = secondBits(length);
          end = start + (1 << width);
          entries[prefix] = SPECIAL | SECOND | (start << 16) | (width << 8);
        }
        int entry = meanings[sorted[next++]] + (length << 8) + length;
        for (int i = start + (code >> bits); i < end; i += 1 << (length - bits)) {
          entries[i] = entry;
        }
        if (code != (1 << length) - 1) {
          code = after(code, (1 << length) - 1);
        }
      }
    }
  }

  /** How many bits the second level needs that begins with the next code. */
  private int secondBits(int length) {
    int width = length - bits;
    int taken = count[length];
    while (taken < 1 << width) {
      width++;
      taken = (taken << 1) + count[bits + width];
    }
    return width;
  }
}
