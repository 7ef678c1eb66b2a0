package io.cookiegate.gate;

import org.jspecify.annotations.Nullable;

/**
 * The elements of one page that have a gated address and do nothing with it: blocks of data, which a
 * script may look for, and these and links of a kind that is only read by the ids by which scripts
 * call them. Of an id its hash is kept.
 */
final class NamedHolders {
  /** What the hash of a name begins with (FNV-1a). */
  static final long NOTHING = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;
  private static final int MOST = 8;
  private static final long[] NONE = {};

  private long[] names = NONE;
  private @Nullable TagVerdict first;
  private @Nullable TagVerdict block;
  private int count;

  /** The hash of a name with one byte more; those beyond ASCII are all alike. */
  static long hash(long before, int c) {
    return (before ^ Math.min(c & 0xff, 0x80)) * PRIME;
  }

  static long hash(byte[] a, int from, int to) {
    long hash = NOTHING;
    for (int i = from; i < to; i++) {
      hash = hash(hash, a[i]);
    }
    return hash;
  }

  boolean isEmpty() {
    return count == 0 && block == null;
  }

  /** Adds a block of data, whether it has an id or not. */
  void addBlock(TagVerdict verdict) {
    block = block == null ? verdict : block;
  }

  /** Why a block of data is gated, in words of the first of all; null where none is. */
  @Nullable TagVerdict block() {
    return block;
  }

  /** Adds an element by the hash of its id; false where there are too many. */
  boolean add(long name, TagVerdict verdict) {
    if (count == MOST) {
      return false;
    }
    if (count == 0) {
      names = new long[MOST];
      first = verdict;
    }
    names[count] = name;
    count++;
    return true;
  }

  /** Why an element of that name is gated, in words of the first of all; null where there is none. */
  @Nullable TagVerdict find(long name) {
    for (int i = 0; i < count; i++) {
      if (names[i] == name) {
        return first;
      }
    }
    return null;
  }
}
