package io.cookiegate.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A table from names of at most 16 bytes to the ordinals of an enum, read without allocation and
 * without case. A name is its length, its first eight bytes and its last eight bytes: two longs
 * that are compared whole.
 */
final class NameTable {
  private static final int SLOTS = 512;
  private static final int LONGEST = 16;

  private final long[] heads = new long[SLOTS];
  private final long[] tails = new long[SLOTS];
  private final byte[] lengths = new byte[SLOTS];
  private final short[] ordinals = new short[SLOTS];
  private final int unknown;

  private NameTable(int unknown) {
    this.unknown = unknown;
    Arrays.fill(ordinals, (short) unknown);
  }

  /** A table of all values but the last, which is the answer for unknown names. */
  static <E extends Enum<E>> NameTable of(E[] values, Function<E, String> name) {
    NameTable table = new NameTable(values.length - 1);
    for (int i = 0; i < values.length - 1; i++) {
      table.put(name.apply(values[i]).getBytes(StandardCharsets.US_ASCII), i);
    }
    return table;
  }

  private void put(byte[] name, int ordinal) {
    if (name.length > LONGEST) {
      throw new IllegalArgumentException("a known name has at most 16 bytes");
    }
    long head = head(name, 0, name.length);
    long tail = tail(name, 0, name.length);
    int slot = slot(head, tail, name.length);
    while (lengths[slot] != 0) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    heads[slot] = head;
    tails[slot] = tail;
    lengths[slot] = (byte) name.length;
    ordinals[slot] = (short) ordinal;
  }

  /** The ordinal of the name in a range, or that of the last value. */
  int find(byte[] a, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return unknown;
    }
    long head = head(a, from, to);
    long tail = length > 8 ? tail(a, from, to) : 0;
    int slot = slot(head, tail, length);
    while (lengths[slot] != 0) {
      if (heads[slot] == head && tails[slot] == tail && lengths[slot] == length) {
        return ordinals[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return unknown;
  }

  private static int slot(long head, long tail, int length) {
    long mixed = (head ^ (tail * 31) ^ length) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 55);
  }

  private static long head(byte[] a, int from, int to) {
    if (from + 8 <= a.length) {
      long word = Swar.read(a, from);
      int length = to - from;
      return Swar.lower(length >= 8 ? word : word & ((1L << (length << 3)) - 1));
    }
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = word << 8 | (a[i] & 0xFF);
    }
    return Swar.lower(word);
  }

  private static long tail(byte[] a, int from, int to) {
    return to - from > 8 ? Swar.lower(Swar.read(a, to - 8)) : 0;
  }
}
