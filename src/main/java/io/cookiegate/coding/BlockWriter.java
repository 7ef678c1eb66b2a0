package io.cookiegate.coding;

/** Writes symbols as a block, with codes of its own or with the fixed ones, whichever is shorter. */
final class BlockWriter {
  private static final int FIXED = 1;
  private static final int OWN = 2;

  /** Symbols between two looks at the room: none takes more than 48 bits. */
  private static final int AT_ONCE = BitOutput.ROOM / 6 - 2;

  private final BlockCodes own = new BlockCodes();

  void write(Symbols symbols, boolean last, BitOutput bits, ByteSink out) {
    symbols.literals[DeflateFormat.END_OF_BLOCK] = 1;
    own.become(symbols);
    bits.drainFull(out);
    BlockCodes codes = BlockCodes.FIXED;
    if (own.cost(symbols) + own.headerCost() < codes.cost(symbols)) {
      codes = own;
      codes.fill();
      bits.put(OWN << 1 | (last ? 1 : 0), 3);
      codes.write(bits);
    } else {
      bits.put(FIXED << 1 | (last ? 1 : 0), 3);
    }
    for (int from = 0; from < symbols.count; from += AT_ONCE) {
      bits.drainFull(out);
      write(symbols.items, from, Math.min(symbols.count, from + AT_ONCE), codes, bits);
    }
    bits.drainFull(out);
    int end = codes.literals[DeflateFormat.END_OF_BLOCK];
    bits.put(end & 0xffffff, end >>> 24);
    symbols.clear();
  }

  private static void write(int[] items, int from, int to, BlockCodes codes, BitOutput into) {
    int[] literals = codes.literals;
    int[] lengths = codes.lengthCodes;
    int[] distances = codes.distances;
    byte[] bytes = into.bytes;
    int end = into.end;
    long bits = into.bits;
    int count = into.count;
    for (int i = from; i < to; i++) {
      int item = items[i];
      if (item >= 0) {
        int code = literals[item];
        bits |= (long) (code & 0xffffff) << count;
        count += code >>> 24;
      } else {
        int length = lengths[(item >>> 15) & 0xff];
        bits |= (long) (length & 0xffffff) << count;
        count += length >>> 24;
        int far = item & 0x7fff;
        int symbol = DeflateFormat.symbolOfDistance(far);
        int code = distances[symbol];
        int width = code >>> 24;
        long all =
            (code & 0xffffffL) | (long) (far + 1 - DeflateFormat.DISTANCE_BASE[symbol]) << width;
        bits |= all << count;
        count += width + DeflateFormat.DISTANCE_EXTRA[symbol];
      }
      CodedInput.LONG.set(bytes, end, bits);
      end += count >>> 3;
      bits >>>= count & 0x38;
      count &= 7;
    }
    into.end = end;
    into.bits = bits;
    into.count = count;
  }
}
