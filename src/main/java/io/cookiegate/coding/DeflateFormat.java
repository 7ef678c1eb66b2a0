package io.cookiegate.coding;

import java.util.Arrays;

/** The numbers of RFC 1951: what its symbols mean. */
final class DeflateFormat {
  static final int WINDOW = 32 << 10;
  static final int SHORTEST = 3;
  static final int LONGEST = 258;
  static final int END_OF_BLOCK = 256;
  static final int LITERALS = 286;
  static final int DISTANCES = 30;
  static final int FIXED_LITERALS = 288;
  static final int FIXED_DISTANCES = 32;
  static final int LENGTH_CODES = 19;

  /** Section 3.2.7: the order in which the lengths of the code of lengths stand. */
  static final byte[] LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /** Of the lengths' symbols, from 257 on: the smallest length, and how many bits follow. */
  static final short[] LENGTH_BASE = new short[29];

  static final byte[] LENGTH_EXTRA = new byte[29];

  static final short[] DISTANCE_BASE = new short[30];
  static final byte[] DISTANCE_EXTRA = new byte[30];

  /** The symbols of lengths, by the length less three. */
  static final short[] SYMBOL_OF_LENGTH = new short[256];

  private static final byte[] SYMBOL_OF_DISTANCE = new byte[512];

  /** What symbols mean, as entries of a {@link DecodingTable}. */
  static final int[] LITERAL_MEANINGS = new int[FIXED_LITERALS];

  static final int[] DISTANCE_MEANINGS = new int[FIXED_DISTANCES];
  static final int[] LENGTH_MEANINGS = new int[LENGTH_CODES];

  static {
    lengths();
    distances();
    meanings();
  }

  private DeflateFormat() {}

  private static void lengths() {
    int length = SHORTEST;
    for (int i = 0; i < 28; i++) {
      LENGTH_BASE[i] = (short) length;
      LENGTH_EXTRA[i] = (byte) (i < 8 ? 0 : i / 4 - 1);
      for (int n = 0; n < 1 << LENGTH_EXTRA[i] && length <= LONGEST; n++) {
        SYMBOL_OF_LENGTH[length++ - SHORTEST] = (short) (257 + i);
      }
    }
    LENGTH_BASE[28] = LONGEST;
    SYMBOL_OF_LENGTH[LONGEST - SHORTEST] = 285;
  }

  private static void distances() {
    int distance = 1;
    for (int i = 0; i < DISTANCES; i++) {
      DISTANCE_BASE[i] = (short) distance;
      DISTANCE_EXTRA[i] = (byte) (i < 2 ? 0 : i / 2 - 1);
      int end = distance + (1 << DISTANCE_EXTRA[i]);
      for (; distance < end; distance++) {
        SYMBOL_OF_DISTANCE[slot(distance - 1)] = (byte) i;
      }
    }
  }

  private static void meanings() {
    Arrays.fill(LITERAL_MEANINGS, DecodingTable.SPECIAL);
    Arrays.fill(DISTANCE_MEANINGS, DecodingTable.SPECIAL);
    for (int i = 0; i < 256; i++) {
      LITERAL_MEANINGS[i] = DecodingTable.LITERAL | (i << 16);
    }
    LITERAL_MEANINGS[END_OF_BLOCK] = DecodingTable.SPECIAL | DecodingTable.END;
    for (int i = 0; i < 29; i++) {
      LITERAL_MEANINGS[257 + i] = (LENGTH_BASE[i] << 16) | LENGTH_EXTRA[i];
    }
    for (int i = 0; i < DISTANCES; i++) {
      DISTANCE_MEANINGS[i] = (DISTANCE_BASE[i] << 16) | DISTANCE_EXTRA[i];
    }
    for (int i = 0; i < LENGTH_CODES; i++) {
      LENGTH_MEANINGS[i] = i << 16;
    }
  }

  /** Distances over 256 share a slot in groups of 128, all of one symbol. */
  private static int slot(int distanceLessOne) {
    return distanceLessOne < 256 ? distanceLessOne : 256 + (distanceLessOne >>> 7);
  }

  static int symbolOfDistance(int distanceLessOne) {
    return SYMBOL_OF_DISTANCE[slot(distanceLessOne)];
  }

  /** The lengths of the fixed code's literals, or of its distances (section 3.2.6). */
  static byte[] fixedLengths() {
    byte[] lengths = new byte[FIXED_LITERALS + FIXED_DISTANCES];
    Arrays.fill(lengths, 0, 144, (byte) 8);
    Arrays.fill(lengths, 144, 256, (byte) 9);
    Arrays.fill(lengths, 256, 280, (byte) 7);
    Arrays.fill(lengths, 280, 288, (byte) 8);
    Arrays.fill(lengths, 288, 320, (byte) 5);
    return lengths;
  }
}
