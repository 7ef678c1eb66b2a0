package io.cookiegate.html;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: searches and case folding over a {@code long} view of a byte array. The
 * view is little-endian, so that the first byte of the array is the lowest of the long.
 */
final class Swar {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long SIXTY_FOURS = 0x40 * ONES;
  private static final long HIGHS = 0x8080808080808080L;

  private Swar() {}

  static long read(byte[] a, int at) {
    return (long) LONGS.get(a, at);
  }

  /** The first position of a byte in a range, or the end of the range. */
  static int indexOf(byte[] a, int from, int to, byte wanted) {
    long pattern = (wanted & 0xFF) * ONES;
    int at = from;
    for (; at <= to - 8; at += 8) {
      long hit = zeros(read(a, at) ^ pattern);
      if (hit != 0) {
        return at + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    return tail(a, at, to, wanted);
  }

  private static int tail(byte[] a, int from, int to, byte wanted) {
    int at = from;
    while (at < to && a[at] != wanted) {
      at++;
    }
    return at;
  }

  /** The first position of a byte that ends an attribute's name, or the end of the range. */
  static int nameEnd(byte[] a, int from, int to) {
    int at = from;
    while (at <= to - 8) {
      // Letters have this bit; what does not is looked at one by one.
      long others = ~read(a, at) & SIXTY_FOURS;
      while (others != 0) {
        int other = at + (Long.numberOfTrailingZeros(others) >>> 3);
        if (Ascii.endsAttributeName(a[other])) {
          return other;
        }
        others &= others - 1;
      }
      at += 8;
    }
    while (at < to && !Ascii.endsAttributeName(a[at])) {
      at++;
    }
    return at;
  }

  /** The high bit of each zero byte; exact for the lowest one, which is the one that is used. */
  static long zeros(long word) {
    return (word - ONES) & ~word & HIGHS;
  }

  /** The word with its ASCII capitals made small. */
  static long lower(long word) {
    long low = word & ~HIGHS;
    long fromA = low + 0x3F * ONES;
    long pastZ = low + 0x25 * ONES;
    return word | ((fromA & ~pastZ & ~word & HIGHS) >>> 2);
  }
}
