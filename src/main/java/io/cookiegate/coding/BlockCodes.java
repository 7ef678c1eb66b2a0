package io.cookiegate.coding;

import java.util.Arrays;

/** The codes that a block is written with: those of its own, and what says them. */
final class BlockCodes {
  private static final int LONGEST = 15;
  private static final int LONGEST_OF_LENGTHS = 7;
  private static final int REPEAT = 16;
  private static final int FEW_ZEROS = 17;
  private static final int MANY_ZEROS = 18;

  /** The fixed codes (RFC 1951 section 3.2.6). */
  static final BlockCodes FIXED = fixed();

  final byte[] lengths = new byte[DeflateFormat.FIXED_LITERALS + DeflateFormat.FIXED_DISTANCES];
  private final byte[] literalLengths = new byte[DeflateFormat.FIXED_LITERALS];
  private final byte[] distanceLengths = new byte[DeflateFormat.FIXED_DISTANCES];

  /** Codes, their lengths at bit 24. */
  final int[] literals = new int[DeflateFormat.FIXED_LITERALS];

  final int[] distances = new int[DeflateFormat.FIXED_DISTANCES];

  /** By the length less three: the code and its extra bits, and how many they are at bit 24. */
  final int[] lengthCodes = new int[256];

  private final CodeLengths huffman = new CodeLengths();
  private final int[] perLength = new int[LONGEST + 2];
  private int literalCount;
  private int distanceCount;

  /** The lengths of the codes as the header says them: symbols, and at bit 8 their extra bits. */
  private final int[] said = new int[DeflateFormat.LITERALS + DeflateFormat.DISTANCES];

  private int saidCount;
  private final int[] saidFrequencies = new int[DeflateFormat.LENGTH_CODES];
  private final byte[] saidLengths = new byte[DeflateFormat.LENGTH_CODES];
  private final int[] saidCodes = new int[DeflateFormat.LENGTH_CODES];
  private int saidLengthCount;

  private static BlockCodes fixed() {
    BlockCodes codes = new BlockCodes();
    byte[] lengths = DeflateFormat.fixedLengths();
    System.arraycopy(lengths, 0, codes.literalLengths, 0, DeflateFormat.FIXED_LITERALS);
    System.arraycopy(
        lengths,
        DeflateFormat.FIXED_LITERALS,
        codes.distanceLengths,
        0,
        DeflateFormat.FIXED_DISTANCES);
    codes.fill();
    return codes;
  }

  /** Becomes the best codes for these symbols. */
  void become(Symbols symbols) {
    huffman.find(symbols.literals, DeflateFormat.LITERALS, LONGEST, literalLengths);
    huffman.find(symbols.distances, DeflateFormat.DISTANCES, LONGEST, distanceLengths);
    say();
  }

  /** How many bits the symbols take, without the extra bits, and without the header. */
  int cost(Symbols symbols) {
    int cost = 0;
    for (int i = 0; i < DeflateFormat.LITERALS; i++) {
      cost += symbols.literals[i] * literalLengths[i];
    }
    for (int i = 0; i < DeflateFormat.DISTANCES; i++) {
      cost += symbols.distances[i] * distanceLengths[i];
    }
    return cost;
  }

  /** How many bits the header takes behind the block's three. */
  int headerCost() {
    int cost = 14 + 3 * saidLengthCount;
    for (int i = 0; i < DeflateFormat.LENGTH_CODES; i++) {
      cost += saidFrequencies[i] * (saidLengths[i] + extra(i));
    }
    return cost;
  }

  private static int extra(int symbol) {
    return symbol < REPEAT ? 0 : symbol == REPEAT ? 2 : symbol == FEW_ZEROS ? 3 : 7;
  }

  /** Makes what is written of what is known. */
  void fill() {
    canonical(literalLengths, literalLengths.length, literals);
    canonical(distanceLengths, distanceLengths.length, distances);
    for (int i = 0; i < 256; i++) {
      int symbol = DeflateFormat.SYMBOL_OF_LENGTH[i];
      int code = literals[symbol];
      int width = code >>> 24;
      int more = i + DeflateFormat.SHORTEST - DeflateFormat.LENGTH_BASE[symbol - 257];
      int all = width + DeflateFormat.LENGTH_EXTRA[symbol - 257];
      lengthCodes[i] = (code & 0xffffff) | (more << width) | (all << 24);
    }
  }

  /** RFC 1951 section 3.2.2, with the first bit as the lowest. */
  private void canonical(byte[] lengths, int symbols, int[] codes) {
    Arrays.fill(perLength, 0);
    for (int i = 0; i < symbols; i++) {
      perLength[lengths[i] + 1]++;
    }
    perLength[1] = 0;
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code = (code + perLength[length]) << 1;
      perLength[length] = code;
    }
    for (int i = 0; i < symbols; i++) {
      int length = lengths[i];
      codes[i] =
          length == 0 ? 0 : Integer.reverse(perLength[length]++) >>> (32 - length) | length << 24;
    }
  }

  private static int used(byte[] lengths, int least, int most) {
    int used = most;
    while (used > least && lengths[used - 1] == 0) {
      used--;
    }
    return used;
  }

  /** Section 3.2.7: the lengths of both codes in a row, repetitions shortened. */
  private void say() {
    literalCount = used(literalLengths, 257, DeflateFormat.LITERALS);
    distanceCount = used(distanceLengths, 1, DeflateFormat.DISTANCES);
    System.arraycopy(literalLengths, 0, lengths, 0, literalCount);
    System.arraycopy(distanceLengths, 0, lengths, literalCount, distanceCount);
    Arrays.fill(saidFrequencies, 0);
    saidCount = 0;
    int all = literalCount + distanceCount;
    for (int i = 0; i < all; ) {
      int same = i + 1;
      while (same < all && lengths[same] == lengths[i]) {
        same++;
      }
      sayRun(lengths[i], same - i);
      i = same;
    }
    huffman.find(saidFrequencies, DeflateFormat.LENGTH_CODES, LONGEST_OF_LENGTHS, saidLengths);
    saidLengthCount = DeflateFormat.LENGTH_CODES;
    while (saidLengths[DeflateFormat.LENGTH_ORDER[saidLengthCount - 1]] == 0) {
      saidLengthCount--;
    }
    saidLengthCount = Math.max(4, saidLengthCount);
    canonical(saidLengths, DeflateFormat.LENGTH_CODES, saidCodes);
  }

  private void sayRun(int length, int times) {
    int left = times;
    if (length != 0) {
      say(length, 0);
      left--;
    }
    int most = length == 0 ? 138 : 6;
    while (left >= 3) {
      int n = Math.min(left, most);
      if (length != 0) {
        say(REPEAT, n - 3);
      } else if (n <= 10) {
        say(FEW_ZEROS, n - 3);
      } else {
        say(MANY_ZEROS, n - 11);
      }
      left -= n;
    }
    for (; left > 0; left--) {
      say(length, 0);
    }
  }

  private void say(int symbol, int more) {
    said[saidCount++] = symbol | more << 8;
    saidFrequencies[symbol]++;
  }

  /** Writes the header that says these codes. */
  void write(BitOutput out) {
    out.put((literalCount - 257) | (distanceCount - 1) << 5 | (saidLengthCount - 4) << 10, 14);
    for (int i = 0; i < saidLengthCount; i++) {
      out.put(saidLengths[DeflateFormat.LENGTH_ORDER[i]], 3);
    }
    for (int i = 0; i < saidCount; i++) {
      int symbol = said[i] & 0xff;
      int code = saidCodes[symbol];
      out.put(code & 0xffffff, code >>> 24);
      out.put(said[i] >>> 8, extra(symbol));
    }
  }
}
