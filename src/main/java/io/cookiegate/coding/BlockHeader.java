package io.cookiegate.coding;

import java.util.Arrays;

/** What stands before a block with codes of its own (RFC 1951 section 3.2.7): reads the codes. */
final class BlockHeader {
  private static final int SMALLEST_COUNTS = 14;
  private static final int REPEAT = 16;
  private static final int FEW_ZEROS = 17;

  private final DecodingTable codeOfLengths = DecodingTable.ofLengths();
  private final byte[] lengths = new byte[DeflateFormat.LITERALS + DeflateFormat.DISTANCES];
  private final byte[] lengthLengths = new byte[DeflateFormat.LENGTH_CODES];
  private int literals;
  private int distances;

  /**
   * Reads the header at hand, and leaves the input behind it.
   *
   * @return whether it is there as a whole; where not, the input stays where it is
   */
  boolean read(CodedInput in, DecodingTable literalCodes, DecodingTable distanceCodes) {
    int start = in.bit;
    if (!readCounts(in) || !readLengths(in)) {
      in.bit = start;
      return false;
    }
    boolean known =
        lengths[DeflateFormat.END_OF_BLOCK] != 0
            && literalCodes.become(lengths, 0, literals, DeflateFormat.LITERAL_MEANINGS, true)
            && distanceCodes.become(
                lengths, literals, distances, DeflateFormat.DISTANCE_MEANINGS, true);
    return known || broken();
  }

  private boolean readCounts(CodedInput in) {
    if (in.available() < SMALLEST_COUNTS) {
      return false;
    }
    long bits = in.peek();
    literals = (int) (bits & 31) + 257;
    distances = (int) (bits >>> 5 & 31) + 1;
    int codes = (int) (bits >>> 10 & 15) + 4;
    if (literals > DeflateFormat.LITERALS || distances > DeflateFormat.DISTANCES) {
      return broken();
    }
    in.bit += SMALLEST_COUNTS;
    return readLengthCode(in, codes);
  }

  private boolean readLengthCode(CodedInput in, int codes) {
    if (in.available() < 3 * codes) {
      return false;
    }
    Arrays.fill(lengthLengths, (byte) 0);
    for (int i = 0; i < codes; i++) {
      lengthLengths[DeflateFormat.LENGTH_ORDER[i]] = (byte) (in.peek() & 7);
      in.bit += 3;
    }
    return codeOfLengths.become(
            lengthLengths, 0, lengthLengths.length, DeflateFormat.LENGTH_MEANINGS, false)
        || broken();
  }

  private boolean readLengths(CodedInput in) {
    int all = literals + distances;
    int done = 0;
    while (done < all) {
      long bits = in.peek();
      int entry = codeOfLengths.entries[(int) bits & 0x7f];
      int taken = entry & 0x3f;
      int symbol = entry >>> 16;
      if (symbol < REPEAT) {
        lengths[done++] = (byte) symbol;
      } else {
        bits >>>= taken;
        int width = symbol == REPEAT ? 2 : symbol == FEW_ZEROS ? 3 : 7;
        taken += width;
        if (in.available() >= taken) {
          int times = (int) (bits & ((1 << width) - 1)) + (symbol > FEW_ZEROS ? 11 : 3);
          done = repeat(symbol, done, times, all);
        }
      }
      if (in.available() < taken) {
        return false;
      }
      in.bit += taken;
    }
    return true;
  }

  private int repeat(int symbol, int done, int times, int all) {
    if (done + times > all || (symbol == REPEAT && done == 0)) {
      broken();
    }
    byte length = symbol == REPEAT ? lengths[done - 1] : 0;
    Arrays.fill(lengths, done, done + times, length);
    return done + times;
  }

  private static boolean broken() {
    throw new CodingException(TokenDecoder.BROKEN);
  }
}
