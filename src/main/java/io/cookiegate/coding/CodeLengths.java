package io.cookiegate.coding;

import java.util.Arrays;

/**
 * How long the codes of a Huffman code are: as short as the symbols are frequent, and none longer
 * than the format allows.
 *
 * <p>The lengths are found in place, after Moffat and Katajainen ("In-place calculation of
 * minimum-redundancy codes", 1995); what is too long is brought in as zlib does, by making the
 * longest of the codes that may still grow longer.
 */
final class CodeLengths {
  private static final int SYMBOL_BITS = 9;

  private final int[] keys = new int[DeflateFormat.FIXED_LITERALS];
  private final int[] work = new int[DeflateFormat.FIXED_LITERALS];
  private final int[] count = new int[DeflateFormat.FIXED_LITERALS + 1];

  /** Finds the lengths for these frequencies; there are always two codes at least. */
  void find(int[] frequencies, int symbols, int longest, byte[] lengths) {
    int used = 0;
    for (int symbol = 0; symbol < symbols; symbol++) {
      lengths[symbol] = 0;
      if (frequencies[symbol] != 0) {
        keys[used++] = (frequencies[symbol] << SYMBOL_BITS) | symbol;
      }
    }
    if (used < 2) {
      int only = used == 0 ? 0 : keys[0] & ((1 << SYMBOL_BITS) - 1);
      lengths[only] = 1;
      lengths[only == 0 ? 1 : 0] = 1;
      return;
    }
    Arrays.sort(keys, 0, used);
    for (int i = 0; i < used; i++) {
      work[i] = keys[i] >>> SYMBOL_BITS;
    }
    join(used);
    deepen(used);
    count(used, longest);
    assign(lengths, longest);
  }

  /** Joins the two rarest, again and again; leaves the parent of each inner node. */
  private void join(int used) {
    int[] a = work;
    int root = 0;
    int leaf = 0;
    for (int next = 0; next < used - 1; next++) {
      int weight = 0;
      for (int half = 0; half < 2; half++) {
        if (leaf >= used || (root < next && a[root] < a[leaf])) {
          weight += a[root];
          a[root++] = next;
        } else {
          weight += a[leaf++];
        }
      }
      a[next] = weight;
    }
  }

  /** Turns parents into depths. */
  private void deepen(int used) {
    work[used - 2] = 0;
    for (int next = used - 3; next >= 0; next--) {
      work[next] = work[work[next]] + 1;
    }
  }

  /** Counts the leaves of each depth, from those of the inner nodes. */
  private void count(int used, int longest) {
    Arrays.fill(count, 0);
    int free = 1;
    int root = used - 2;
    for (int depth = 0; free > 0; depth++) {
      int inner = 0;
      while (root >= 0 && work[root] == depth) {
        inner++;
        root--;
      }
      count[Math.min(depth, longest)] += free - inner;
      free = 2 * inner;
    }
    shorten(longest);
  }

  private void shorten(int longest) {
    int taken = 0;
    for (int length = 1; length <= longest; length++) {
      taken += count[length] << (longest - length);
    }
    for (; taken > 1 << longest; taken--) {
      int length = longest - 1;
      while (count[length] == 0) {
        length--;
      }
      count[length]--;
      count[length + 1] += 2;
      count[longest]--;
    }
  }

  /** The rarest symbols get the longest codes. */
  private void assign(byte[] lengths, int longest) {
    int next = 0;
    for (int length = longest; length > 0; length--) {
      for (int left = count[length]; left > 0; left--) {
        lengths[keys[next++] & ((1 << SYMBOL_BITS) - 1)] = (byte) length;
      }
    }
  }
}
