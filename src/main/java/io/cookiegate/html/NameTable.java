package io.cookiegate.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A table from names of at most 16 bytes to the ordinals of an enum, read without allocation and
 * without case. A name is one long, made of its first eight bytes and its last eight, and no two of
 * them share a place: the multiplier that spreads them is looked for until that is so.
 *
 * <p>A record, because the compiler takes the fields of one for constants.
 *
 * @param names the names in lower case
 * @param firsts the first eight bytes of each name that has more
 * @param keys the key at each place, 0 for none
 * @param ordinals the ordinal at each place
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared and never given away.
record NameTable(byte[][] names, long[] firsts, long[] keys, byte[] ordinals, long multiplier) {
  private static final int SLOTS = 2048;
  private static final int TO_SLOT = Long.numberOfLeadingZeros(SLOTS - 1);
  private static final int LONGEST = 16;
  private static final int WORD = 8;
  private static final int MOST_TRIES = 100_000;

  /** Without this bit letters are alike; so are others, of which no name is made. */
  private static final long BUT_CASE = 0xDFDFDFDFDFDFDFDFL;

  private static final long STEP = 0x9E3779B97F4A7C15L;

  /** A table of all values but the last, which is the answer for unknown names. */
  static <E extends Enum<E>> NameTable of(E[] values, Function<E, String> name) {
    byte[][] names = new byte[values.length - 1][];
    for (int i = 0; i < names.length; i++) {
      names[i] = name.apply(values[i]).getBytes(StandardCharsets.US_ASCII);
      if (names[i].length > LONGEST || i > 0xFE) {
        throw new IllegalArgumentException("a known name has at most 16 bytes, an ordinal one");
      }
    }
    return spread(names);
  }

  private static NameTable spread(byte[][] names) {
    long[] firsts = new long[names.length];
    for (int i = 0; i < names.length; i++) {
      firsts[i] = word(names[i], 0, Math.min(WORD, names[i].length)) & BUT_CASE;
    }
    NameTable table = new NameTable(names, firsts, new long[SLOTS], new byte[SLOTS], STEP);
    for (int i = 0; !table.fill(); i++) {
      if (i == MOST_TRIES) {
        throw new IllegalArgumentException("two names are one key");
      }
      table = new NameTable(names, firsts, table.keys, table.ordinals, table.multiplier * STEP + 2);
    }
    return table;
  }

  /** Puts each name where the multiplier says; false where a place is taken. */
  private boolean fill() {
    Arrays.fill(keys, 0);
    Arrays.fill(ordinals, (byte) unknown());
    for (int i = 0; i < names.length; i++) {
      long key = key(names[i], 0, names[i].length);
      int slot = slot(key);
      if (keys[slot] != 0) {
        return false;
      }
      keys[slot] = key;
      ordinals[slot] = (byte) i;
    }
    return true;
  }

  private int unknown() {
    return names.length;
  }

  /** The ordinal of the name in a range, or that of the last value. */
  int find(byte[] a, int from, int to) {
    if (to - from > LONGEST) {
      return unknown();
    }
    int found = find(key(a, from, to));
    return found != unknown() && Names.same(a, from, to, names[found]) ? found : unknown();
  }

  /** The ordinal of a name of 1 to 8 bytes, the lowest of a word, none of which is a control. */
  int find(long word, int length) {
    return find(Swar.head(word, length) & BUT_CASE);
  }

  /**
   * The ordinal of a name of 8 bytes or more, by its first eight and its last eight, none of which is a
   * control.
   */
  int find(long first, long last, int length) {
    if (length == WORD) {
      return find(first & BUT_CASE);
    }
    int found = find(key(first & BUT_CASE, last & BUT_CASE));
    // With the first word, the key tells the last one too.
    boolean same =
        found != unknown() && firsts[found] == (first & BUT_CASE) && names[found].length == length;
    return same ? found : unknown();
  }

  private int find(long key) {
    int slot = slot(key);
    return keys[slot] == key ? ordinals[slot] & 0xFF : unknown();
  }

  private int slot(long key) {
    return (int) ((key * multiplier) >>> TO_SLOT);
  }

  private static long key(byte[] a, int from, int to) {
    if (to - from <= WORD) {
      return word(a, from, to) & BUT_CASE;
    }
    return key(word(a, from, from + WORD) & BUT_CASE, word(a, to - WORD, to) & BUT_CASE);
  }

  private static long key(long first, long last) {
    return first * STEP ^ last;
  }

  private static long word(byte[] a, int from, int to) {
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = word << 8 | (a[i] & 0xFF);
    }
    return word;
  }
}
