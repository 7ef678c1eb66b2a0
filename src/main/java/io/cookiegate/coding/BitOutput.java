package io.cookiegate.coding;

import java.nio.ByteBuffer;

/** Bits on their way out, from the lowest of each byte on (RFC 1951 section 3.1.1). */
final class BitOutput {
  /** What may be put in between two looks at how full it is. */
  static final int ROOM = 4 << 10;

  private static final int FULL = 12 << 10;

  final byte[] bytes = new byte[FULL + ROOM + 8];
  private final ByteBuffer piece = ByteBuffer.wrap(bytes);

  /** Whole bytes put so far, and the bits behind them. */
  int end;

  long bits;
  int count;

  /** Puts at most 32 bits. */
  void put(int value, int width) {
    bits |= (value & 0xffffffffL) << count;
    count += width;
    CodedInput.LONG.set(bytes, end, bits);
    end += count >>> 3;
    bits >>>= count & ~7;
    count &= 7;
  }

  /** Fills the last byte with zeros. */
  void align() {
    if (count > 0) {
      put(0, 8 - count);
    }
  }

  /** Makes room for {@link #ROOM} bytes. */
  void drainFull(ByteSink out) {
    if (end >= FULL) {
      drain(out);
    }
  }

  /** Hands on all whole bytes. */
  void drain(ByteSink out) {
    if (end > 0) {
      out.write(piece.clear().limit(end));
      end = 0;
    }
  }

  /** Copies bits of another array. */
  void copy(byte[] from, int first, int last, ByteSink out) {
    int at = first;
    while (at < last) {
      drainFull(out);
      int until = Math.min(last, at + (ROOM << 3) - 64);
      at = (count == 0 && (at & 7) == 0) ? copyBytes(from, at, until) : copyBits(from, at, until);
    }
  }

  private int copyBytes(byte[] from, int at, int until) {
    int length = (until - at) >>> 3;
    System.arraycopy(from, at >>> 3, bytes, end, length);
    end += length;
    int copied = at + (length << 3);
    return copied < until ? copyBits(from, copied, until) : copied;
  }

  private int copyBits(byte[] from, int first, int until) {
    int at = first;
    while (at < until) {
      int width = Math.min(32, until - at);
      long value = (long) CodedInput.LONG.get(from, at >>> 3) >>> (at & 7);
      put((int) (value & ((1L << width) - 1)), width);
      at += width;
    }
    return at;
  }

  void clear() {
    end = 0;
    bits = 0;
    count = 0;
  }
}
