package io.cookiegate.coding;

import java.util.Arrays;

/**
 * The last bytes that came out of a stream: at least the 32 KiB that a match may reach back, and
 * what was not yet sent on as far as there is room.
 */
final class Window {
  /** How much one step of decoding puts in at most. */
  static final int PIECE = 32 << 10;

  /** What a copy of eight bytes at a time may write beyond its end, after a longest match. */
  static final int SLACK = DeflateFormat.LONGEST + 16;

  private static final int FIRST = 64 << 10;
  private static final int LARGEST = 192 << 10;

  byte[] bytes = new byte[FIRST + SLACK];
  int end;

  /** The place in the stream of the first byte. */
  long base;

  long place() {
    return base + end;
  }

  int index(long place) {
    return (int) (place - base);
  }

  /** Whether there is room for a piece, which a larger array may make. */
  boolean hasRoom() {
    if (end + PIECE + SLACK > bytes.length && bytes.length < LARGEST) {
      bytes = Arrays.copyOf(bytes, Math.min(LARGEST, 2 * bytes.length));
    }
    return end + PIECE + SLACK <= bytes.length;
  }

  /** Forgets what no match can reach. */
  void slide() {
    int from = Math.max(0, end - DeflateFormat.WINDOW);
    System.arraycopy(bytes, from, bytes, 0, end - from);
    base += from;
    end -= from;
  }

  void clear() {
    end = 0;
    base = 0;
  }
}
