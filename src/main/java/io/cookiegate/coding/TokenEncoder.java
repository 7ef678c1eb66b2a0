package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * A stream made of what a {@link TokenDecoder} undid and somebody edited: nothing is searched for
 * in bytes that stayed.
 *
 * <p>Bytes over the window's own array are known by their place in it. Others are compared with the
 * bytes that would come next if nothing had been changed there, which finds those that somebody held
 * and copied. So it never matters who says where a byte is from: it is the same byte. What stayed is
 * coded late, when the next change, a flush or the window makes it necessary; a block that stayed as
 * a whole, with all that it may reach, passes as its bits.
 */
final class TokenEncoder {
  /** A block that is shorter is not worth a block's end and another's header. */
  private static final int LEAST_PASSING_BITS = 512 << 3;

  /** Shorter beginnings of other bytes are alike by chance. */
  private static final int LEAST_ALIKE = 16;

  private static final int ZLIB_HEADER = 0x9c78;

  /** The length of a stored block without bytes, twice (RFC 1951 section 3.2.4). */
  private static final int EMPTY = 0xffff0000;

  private static final ByteSink NOWHERE = bytes -> {};

  private final Original original;
  private final Window window;
  private final Blocks blocks;
  private final Stretches stretches = new Stretches();
  private final Symbols symbols = new Symbols();
  private final StretchCoder coder;
  private final BlockWriter writer = new BlockWriter();
  private final BitOutput bits = new BitOutput();
  private final Echo echo = new Echo();
  private boolean raw;
  private final Adler32 sum = new Adler32();
  private ByteSink out = NOWHERE;

  /** Where the stretch at hand ends in the original, and up to where it became symbols. */
  private long kept;

  private long coded;

  /** How long the output is. */
  private long length;

  /** Whether something stands behind the stretch at hand that is not of the original. */
  private boolean interrupted;

  private boolean echoing;

  TokenEncoder(Original original) {
    this.original = original;
    this.window = original.window;
    this.blocks = original.blocks;
    this.coder = new StretchCoder(original, stretches, symbols);
    original.beforeForgetting = this::code;
  }

  /**
   * Begins with a stream.
   *
   * @param unwrapped whether it goes without zlib's wrapper
   */
  void begin(boolean unwrapped) {
    raw = unwrapped;
    if (!raw) {
      bits.put(ZLIB_HEADER, 16);
    }
  }

  void deflate(ByteBuffer in, ByteSink sink) {
    out = sink;
    if (in.hasArray()) {
      take(in.array(), in.arrayOffset() + in.position(), in.remaining());
    } else {
      byte[] copy = new byte[in.remaining()];
      in.get(in.position(), copy);
      take(copy, 0, copy.length);
    }
    in.position(in.limit());
  }

  private void take(byte[] array, int from, int size) {
    if (!raw) {
      sum.update(array, from, size);
    }
    if (array == window.bytes) {
      keep(window.base + from, size);
    } else {
      int alike = alike(array, from, size);
      keep(kept, alike);
      add(array, from + alike, size - alike);
    }
  }

  /** How many bytes are what comes next in the original. */
  private int alike(byte[] array, int from, int size) {
    int next = kept < window.base ? window.end : window.index(kept);
    int most = Math.min(size, window.end - next);
    int first = Arrays.mismatch(array, from, from + most, window.bytes, next, next + most);
    int alike = first < 0 ? most : first;
    return alike == size || alike >= LEAST_ALIKE ? alike : 0;
  }

  private void keep(long from, int size) {
    if (size == 0) {
      return;
    }
    if (interrupted || from != kept) {
      settle();
      stretches.begin(from, length, kept);
      kept = from;
      coded = from;
      interrupted = false;
    }
    kept += size;
    length += size;
    passBlocks(false);
  }

  /** Adds bytes that the original does not have here. */
  private void add(byte[] array, int from, int size) {
    if (size == 0) {
      return;
    }
    settle();
    interrupted = true;
    echoing = true;
    length += size;
    for (int at = from, left = size; left > 0; ) {
      int n = Math.min(Echo.PIECE, left);
      echo.take(array, at, n);
      while (!echo.tell(symbols)) {
        writer.write(symbols, false, bits, out);
      }
      at += n;
      left -= n;
    }
  }

  /** Passes what stayed so far, or makes symbols of it. */
  private void settle() {
    passBlocks(true);
    code();
  }

  /** Makes symbols of all that stayed so far. */
  private void code() {
    codeTo(kept);
  }

  private void codeTo(long place) {
    if (echoing && coded < place) {
      echo.pass(window.bytes, window.index(coded), (int) (place - coded));
    }
    while (coded < place) {
      coded = coder.code(coded, place);
      if (coded < place) {
        writer.write(symbols, false, bits, out);
      }
    }
  }

  /** Passes the blocks that stayed, and forgets those that cannot pass. */
  private void passBlocks(boolean now) {
    while (blocks.count() > 0 && kept >= blocks.outputTo()) {
      if (mayPass()) {
        if (!now && isAtEnd()) {
          return;
        }
        pass(false);
      }
      blocks.dropFirst();
    }
  }

  /** Whether the first block looks like the last one of all. */
  private boolean isAtEnd() {
    return blocks.count() == 1 && blocks.isLast() && kept == blocks.outputTo();
  }

  /** Whether the first block is as it was, and everything that it may reach. */
  private boolean mayPass() {
    long reach = Math.max(0, blocks.outputFrom() - DeflateFormat.WINDOW);
    boolean whole = stretches.start <= reach && coded <= blocks.outputFrom();
    boolean worthIt = blocks.bitsTo() - blocks.bitsFrom() >= LEAST_PASSING_BITS;
    return whole && !interrupted && (worthIt || symbols.count == 0);
  }

  private void pass(boolean last) {
    codeTo(blocks.outputFrom());
    if (symbols.count > 0) {
      writer.write(symbols, false, bits, out);
    }
    byte[] from = original.input.bytes;
    int at = original.input.index(blocks.bitsFrom()) + 1;
    int to = original.input.index(blocks.bitsTo());
    bits.drainFull(out);
    bits.put(last ? 1 : 0, 1);
    if (blocks.isStored()) {
      bits.put(0, 2);
      bits.align();
      at = (at + 2 + 7) & ~7;
    }
    bits.copy(from, at, to, out);
    if (echoing) {
      echo.pass(window.bytes, window.index(coded), (int) (blocks.outputTo() - coded));
    }
    coded = blocks.outputTo();
  }

  /** Ends the current block on a byte, so that everything so far can be inflated. */
  void flush(ByteSink sink) {
    out = sink;
    settle();
    if (symbols.count > 0) {
      writer.write(symbols, false, bits, out);
    }
    bits.drainFull(out);
    if (bits.count > 0) {
      bits.put(0, 3);
      bits.align();
      bits.put(EMPTY, 32);
    }
    bits.drain(out);
  }

  void finish(ByteSink sink) {
    out = sink;
    passBlocks(false);
    if (isAtEnd() && mayPass()) {
      pass(true);
    } else {
      settle();
      writer.write(symbols, true, bits, out);
    }
    bits.drainFull(out);
    bits.align();
    if (!raw) {
      bits.put(Integer.reverseBytes((int) sum.getValue()), 32);
    }
    bits.drain(out);
  }

  /** Forgets everything. */
  void clear() {
    out = NOWHERE;
    stretches.clear();
    symbols.clear();
    bits.clear();
    if (echoing) {
      echo.clear();
    }
    sum.reset();
    kept = 0;
    coded = 0;
    length = 0;
    interrupted = false;
    echoing = false;
  }

  /** How much memory it holds. */
  int size() {
    return symbols.items.length * Integer.BYTES;
  }
}
