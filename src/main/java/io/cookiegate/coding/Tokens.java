package io.cookiegate.coding;

import java.util.Arrays;

/**
 * How a stream's encoder wrote the bytes that are still in the window: runs of literals, and
 * matches.
 *
 * <p>A token is one number. Not negative: literals, at most {@value #MOST_BEFORE}, at bit 23; then a
 * match, its length less three at bit 15, its distance less one. Negative: so many literals alone.
 */
final class Tokens {
  static final int MOST_BEFORE = 255;

  int[] items = new int[4 << 10];
  int end;

  /** The token at hand, and the place in the stream where it begins. */
  int at;

  long place;

  static int match(int literals, int length, int distance) {
    return (literals << 23) | ((length - DeflateFormat.SHORTEST) << 15) | (distance - 1);
  }

  static int literals(int token) {
    return token < 0 ? -token : token >>> 23;
  }

  static int length(int token) {
    return ((token >>> 15) & 0xff) + DeflateFormat.SHORTEST;
  }

  static int distance(int token) {
    return (token & 0x7fff) + 1;
  }

  private static int size(int token) {
    return token < 0 ? -token : (token >>> 23) + length(token);
  }

  /** Makes room for so many more, after which {@link #items} may be written to. */
  void reserve(int more) {
    if (end + more > items.length) {
      items = Arrays.copyOf(items, Math.max(2 * items.length, end + more));
    }
  }

  /** Goes to the token in which a place of the stream lies, if it is still known. */
  boolean seek(long wanted) {
    while (at > 0 && place > wanted) {
      place -= size(items[--at]);
    }
    while (at < end && place + size(items[at]) <= wanted) {
      place += size(items[at++]);
    }
    return place <= wanted;
  }

  /** Forgets the tokens before the one at hand. */
  void forget() {
    System.arraycopy(items, at, items, 0, end - at);
    end -= at;
    at = 0;
  }

  void clear() {
    end = 0;
    at = 0;
    place = 0;
  }
}
