package io.cookiegate.coding;

import java.util.Arrays;

/** Reads the symbols of a block: bytes into the window, and tokens that say how they were coded. */
final class BlockReader {
  enum Outcome {
    /** The block is over. */
    END,
    /** The window is full. */
    FULL,
    /** The input is used up, but for a part of a symbol. */
    MORE
  }

  /** Bytes that the longest symbol, and a look at eight bytes, may take. */
  private static final int LONGEST_LOOK = 16;

  private static final int LITERAL_MASK = (1 << DecodingTable.LITERAL_BITS) - 1;
  private static final int DISTANCE_MASK = (1 << DecodingTable.DISTANCE_BITS) - 1;

  private static final DecodingTable FIXED_LITERALS = DecodingTable.ofLiterals();
  private static final DecodingTable FIXED_DISTANCES = DecodingTable.ofDistances();

  static {
    byte[] lengths = DeflateFormat.fixedLengths();
    int literals = DeflateFormat.FIXED_LITERALS;
    int distances = DeflateFormat.FIXED_DISTANCES;
    FIXED_LITERALS.become(lengths, 0, literals, DeflateFormat.LITERAL_MEANINGS, false);
    FIXED_DISTANCES.become(lengths, literals, distances, DeflateFormat.DISTANCE_MEANINGS, false);
  }

  private final Tokens tokens;
  private final BlockHeader header = new BlockHeader();
  private final DecodingTable ownLiterals = DecodingTable.ofLiterals();
  private final DecodingTable ownDistances = DecodingTable.ofDistances();
  private DecodingTable literals = ownLiterals;
  private DecodingTable distances = ownDistances;

  /** Where in the window the literals begin that no token tells of. */
  private int runFrom;

  BlockReader(Tokens tokens) {
    this.tokens = tokens;
  }

  void useFixed() {
    literals = FIXED_LITERALS;
    distances = FIXED_DISTANCES;
  }

  boolean readCodes(CodedInput in) {
    literals = ownLiterals;
    distances = ownDistances;
    return header.read(in, literals, distances);
  }

  void beginRun(int index) {
    runFrom = index;
  }

  void endRun(int index) {
    if (index > runFrom) {
      tokens.reserve(1);
      tokens.items[tokens.end++] = runFrom - index;
      runFrom = index;
    }
  }

  /**
   * Decodes until the block ends, the window is filled to {@code limit}, or the input is used up.
   *
   * @param low the window's first byte that a match may reach
   */
  Outcome decode(CodedInput in, Window window, int low, int limit) {
    tokens.reserve(
        (limit - window.end) / DeflateFormat.SHORTEST
            + (limit - window.end) / Tokens.MOST_BEFORE
            + 4);
    decodeFast(in, window, low, limit);
    Outcome outcome;
    do {
      outcome = window.end >= limit ? Outcome.FULL : decodeOne(in, window, low);
    } while (outcome == null);
    return outcome;
  }

  /**
   * Decodes symbols while so much input is left that none can reach its end; stops before one that
   * is no literal, length or distance.
   */
  private void decodeFast(CodedInput in, Window window, int low, int limit) {
    byte[] coded = in.bytes;
    byte[] out = window.bytes;
    int[] literal = literals.entries;
    int[] distance = distances.entries;
    int[] items = tokens.items;
    int token = tokens.end;
    int bit = in.bit;
    int bitLimit = (in.end - LONGEST_LOOK) << 3;
    int to = window.end;
    int run = runFrom;
    while (bit <= bitLimit && to < limit) {
      long bits = (long) CodedInput.LONG.get(coded, bit >>> 3) >>> (bit & 7);
      int entry = literal[(int) bits & LITERAL_MASK];
      if (entry < 0) {
        out[to++] = (byte) (entry >>> 16);
        bits >>>= entry;
        bit += entry & 0x3f;
        entry = literal[(int) bits & LITERAL_MASK];
        if (entry < 0) {
          out[to++] = (byte) (entry >>> 16);
          bits >>>= entry;
          bit += entry & 0x3f;
          entry = literal[(int) bits & LITERAL_MASK];
          if (entry < 0) {
            out[to++] = (byte) (entry >>> 16);
            bit += entry & 0x3f;
            continue;
          }
        }
        bits = (long) CodedInput.LONG.get(coded, bit >>> 3) >>> (bit & 7);
      }
      if ((entry & DecodingTable.SPECIAL) != 0) {
        if ((entry & DecodingTable.SECOND) == 0) {
          break;
        }
        entry = second(literal, entry, bits, DecodingTable.LITERAL_BITS);
        if (entry < 0) {
          out[to++] = (byte) (entry >>> 16);
          bit += entry & 0x3f;
          continue;
        }
        if ((entry & DecodingTable.SPECIAL) != 0) {
          break;
        }
      }
      int taken = entry & 0x3f;
      int length = (entry >>> 16) + (int) ((bits & ((1L << taken) - 1)) >>> (entry >>> 8 & 15));
      bits >>>= taken;
      int away = distance[(int) bits & DISTANCE_MASK];
      if ((away & DecodingTable.SPECIAL) != 0) {
        if ((away & DecodingTable.SECOND) == 0) {
          break;
        }
        away = second(distance, away, bits, DecodingTable.DISTANCE_BITS);
        if ((away & DecodingTable.SPECIAL) != 0) {
          break;
        }
      }
      int farTaken = away & 0x3f;
      int far = (away >>> 16) + (int) ((bits & ((1L << farTaken) - 1)) >>> (away >>> 8 & 15));
      if (far > to - low) {
        break;
      }
      bit += taken + farTaken;
      int before = to - run;
      if (before > Tokens.MOST_BEFORE) {
        items[token++] = -before;
        before = 0;
      }
      items[token++] = Tokens.match(before, length, far);
      copy(out, to, length, far);
      to += length;
      run = to;
    }
    in.bit = bit;
    window.end = to;
    tokens.end = token;
    runFrom = run;
  }

  private static int second(int[] entries, int pointer, long bits, int firstBits) {
    int mask = (1 << (pointer >>> 8 & 15)) - 1;
    return entries[(pointer >>> 16) + ((int) (bits >>> firstBits) & mask)];
  }

  /** Copies, up to eight bytes more than asked for. */
  private static void copy(byte[] out, int to, int length, int far) {
    int from = to - far;
    int end = to + length;
    if (far >= 8) {
      int at = to;
      do {
        CodedInput.LONG.set(out, at, (long) CodedInput.LONG.get(out, from));
        at += 8;
        from += 8;
      } while (at < end);
    } else if (far == 1) {
      Arrays.fill(out, to, end, out[from]);
    } else {
      for (int at = to; at < end; at++) {
        out[at] = out[from++];
      }
    }
  }

  /** Decodes one symbol of whose bits some may be missing; null where it was there. */
  private @org.jspecify.annotations.Nullable Outcome decodeOne(
      CodedInput in, Window window, int low) {
    long bits = in.peek();
    int entry = literals.entries[(int) bits & LITERAL_MASK];
    if (isSecond(entry)) {
      entry = second(literals.entries, entry, bits, DecodingTable.LITERAL_BITS);
    }
    int taken = entry & 0x3f;
    if (taken > in.available()) {
      return Outcome.MORE;
    }
    if (entry < 0) {
      window.bytes[window.end++] = (byte) (entry >>> 16);
      in.bit += taken;
      return null;
    }
    if ((entry & DecodingTable.SPECIAL) != 0) {
      in.bit += taken;
      return end(entry);
    }
    int length = (entry >>> 16) + (int) ((bits & ((1L << taken) - 1)) >>> (entry >>> 8 & 15));
    return decodeDistance(in, window, low, taken, length);
  }

  private @org.jspecify.annotations.Nullable Outcome decodeDistance(
      CodedInput in, Window window, int low, int lengthBits, int length) {
    long bits = in.peek() >>> lengthBits;
    int entry = distances.entries[(int) bits & DISTANCE_MASK];
    if (isSecond(entry)) {
      entry = second(distances.entries, entry, bits, DecodingTable.DISTANCE_BITS);
    }
    int taken = entry & 0x3f;
    if (lengthBits + taken > in.available()) {
      return Outcome.MORE;
    }
    int far = (entry >>> 16) + (int) ((bits & ((1L << taken) - 1)) >>> (entry >>> 8 & 15));
    if ((entry & DecodingTable.SPECIAL) != 0 || far > window.end - low) {
      throw new CodingException(TokenDecoder.BROKEN);
    }
    in.bit += lengthBits + taken;
    endRun(window.end);
    tokens.reserve(1);
    tokens.items[tokens.end++] = Tokens.match(0, length, far);
    copy(window.bytes, window.end, length, far);
    window.end += length;
    runFrom = window.end;
    return null;
  }

  private static boolean isSecond(int entry) {
    int marks = DecodingTable.SPECIAL | DecodingTable.SECOND;
    return entry >= 0 && (entry & marks) == marks;
  }

  private static Outcome end(int entry) {
    if ((entry & DecodingTable.END) == 0) {
      throw new CodingException(TokenDecoder.BROKEN);
    }
    return Outcome.END;
  }
}
