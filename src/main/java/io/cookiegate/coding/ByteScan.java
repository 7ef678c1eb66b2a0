package io.cookiegate.coding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds ESC and bytes beyond ASCII, eight bytes at a time. */
final class ByteScan {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final int ESC = 0x1b;

  private ByteScan() {}

  /** The first ESC between a buffer's position and limit, or its limit. */
  static int escape(ByteBuffer in) {
    return find(in, 0);
  }

  /** The first ESC or byte over 0x7f between a buffer's position and limit, or its limit. */
  static int escapeOrHigh(ByteBuffer in) {
    return find(in, TOPS);
  }

  /** The first byte over 0x7f between a place and a buffer's limit, or its limit. */
  static int high(ByteBuffer in, int from) {
    int at = from;
    while (at < in.limit() && in.get(at) >= 0) {
      at++;
    }
    return at;
  }

  private static int find(ByteBuffer in, long tops) {
    int at = in.position();
    int end = in.limit();
    if (in.hasArray()) {
      int offset = in.arrayOffset();
      at = findInWords(in.array(), at + offset, end + offset, tops) - offset;
    }
    while (at < end && in.get(at) != ESC && (in.get(at) & tops) == 0) {
      at++;
    }
    return at;
  }

  /** Where one is, or where less than a word is left. */
  private static int findInWords(byte[] array, int from, int to, long tops) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) LONGS.get(array, at);
      long difference = word ^ (ESC * ONES);
      long found = ((difference - ONES) & ~difference & TOPS) | (word & tops);
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    return at;
  }
}
