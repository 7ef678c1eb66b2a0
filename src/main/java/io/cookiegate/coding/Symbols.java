package io.cookiegate.coding;

import java.util.Arrays;

/**
 * What the next block says: literals and matches in order, and how often each symbol comes.
 *
 * <p>A literal is its byte. A match is negative: its length less three at bit 15, its distance less
 * one.
 */
final class Symbols {
  static final int MOST = 16 << 10;
  private static final int MATCH = 1 << 31;

  int[] items = new int[4 << 10];
  int count;
  final int[] literals = new int[DeflateFormat.FIXED_LITERALS];
  final int[] distances = new int[DeflateFormat.FIXED_DISTANCES];

  /** How many more fit. */
  int room() {
    return MOST - count;
  }

  /** Makes room for so many more. */
  void reserve(int more) {
    if (count + more > items.length) {
      items = Arrays.copyOf(items, Math.max(2 * items.length, count + more));
    }
  }

  static int match(int length, int distance) {
    return MATCH | ((length - DeflateFormat.SHORTEST) << 15) | (distance - 1);
  }

  void addMatch(int length, int distance) {
    items[count++] = match(length, distance);
    literals[DeflateFormat.SYMBOL_OF_LENGTH[length - DeflateFormat.SHORTEST]]++;
    distances[DeflateFormat.symbolOfDistance(distance - 1)]++;
  }

  void addLiteral(byte literal) {
    items[count++] = literal & 0xff;
    literals[literal & 0xff]++;
  }

  void addLiterals(byte[] array, int from, int to) {
    int[] into = items;
    int[] seen = literals;
    int next = count;
    for (int i = from; i < to; i++) {
      int literal = array[i] & 0xff;
      into[next++] = literal;
      seen[literal]++;
    }
    count = next;
  }

  void clear() {
    count = 0;
    Arrays.fill(literals, 0);
    Arrays.fill(distances, 0);
  }
}
