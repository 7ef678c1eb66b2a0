package io.cookiegate.coding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The output's last bytes, in which those that the original did not have are looked up: the latest
 * place with the same four bytes, as the fastest level of zlib does.
 */
final class Echo {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BITS = 12;
  private static final int LEAST = 4;
  private static final int ROOM = 64 << 10;

  /** How much may be taken at once. */
  static final int PIECE = 16 << 10;

  private final byte[] bytes = new byte[ROOM];
  private final int[] seen = new int[1 << BITS];

  /** Up to where there are bytes, and up to where they became symbols. */
  private int end;

  private int done;

  /** Takes bytes that are no symbols yet. */
  void take(byte[] array, int from, int length) {
    if (end + length > ROOM) {
      slide();
    }
    System.arraycopy(array, from, bytes, end, length);
    end += length;
  }

  /** Takes bytes that are symbols already, of which only the last are of use. */
  void pass(byte[] array, int from, int length) {
    for (int at = from, left = length; left > 0; ) {
      int n = Math.min(PIECE, left);
      take(array, at, n);
      at += n;
      left -= n;
      done = end;
    }
  }

  private void slide() {
    int from = done - DeflateFormat.WINDOW;
    System.arraycopy(bytes, from, bytes, 0, end - from);
    end -= from;
    done -= from;
    for (int i = 0; i < seen.length; i++) {
      seen[i] = Math.max(0, seen[i] - from);
    }
  }

  /** Makes symbols of what was taken, as far as there is room for them; whether all are made. */
  boolean tell(Symbols into) {
    into.reserve(Math.min(end - done, into.room()));
    while (done < end && into.room() > 0) {
      int length = end - done < LEAST ? 0 : match(into);
      if (length == 0) {
        into.addLiteral(bytes[done]);
        length = 1;
      }
      done += length;
    }
    return done == end;
  }

  /** Adds a match for the bytes at hand, and returns its length; 0 where there is none. */
  private int match(Symbols into) {
    int before = remember(done);
    if (before < 0 || done - before > DeflateFormat.WINDOW || !same(before, done)) {
      return 0;
    }
    int most = Math.min(DeflateFormat.LONGEST, end - done);
    int length = Arrays.mismatch(bytes, before, before + most, bytes, done, done + most);
    length = length < 0 ? most : length;
    into.addMatch(length, done - before);
    for (int i = done + 1; i < done + length && i + LEAST <= end; i++) {
      remember(i);
    }
    return length;
  }

  private boolean same(int before, int now) {
    return (int) INT.get(bytes, before) == (int) INT.get(bytes, now);
  }

  /** Remembers a place, and returns the one before it with the same four bytes, or what looks so. */
  private int remember(int at) {
    int slot = ((int) INT.get(bytes, at) * 0x9E3779B1) >>> (32 - BITS);
    int before = seen[slot] - 1;
    seen[slot] = at + 1;
    return before;
  }

  void clear() {
    end = 0;
    done = 0;
    Arrays.fill(seen, 0);
  }
}
