package io.cookiegate.coding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bits of a stream that are not yet read, and those before them that may be needed again.
 *
 * <p>Bits count from the lowest of the first byte (RFC 1951 section 3.1.1).
 */
final class CodedInput {
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Bytes taken at once. */
  private static final int PIECE = 16 << 10;

  /** Bytes behind the end that may be loaded, whatever they hold. */
  private static final int SLACK = 16;

  byte[] bytes = new byte[PIECE + SLACK];

  /** The next bit in the array, and the array's end. */
  int bit;

  int end;

  private long base;

  /** Where the bit at hand is in the stream. */
  long place() {
    return (base << 3) + bit;
  }

  int index(long bitPlace) {
    return (int) (bitPlace - (base << 3));
  }

  int available() {
    return (end << 3) - bit;
  }

  /** The next bits, 57 of them at least; those after the last one are anything. */
  long peek() {
    return (long) LONG.get(bytes, bit >>> 3) >>> (bit & 7);
  }

  /**
   * Takes the next bytes, as far as there is room.
   *
   * @param kept the place of the first bit that is needed again
   */
  void take(ByteBuffer in, long kept) {
    int length = Math.min(PIECE, in.remaining());
    if (end + length + SLACK > bytes.length) {
      drop(Math.min(index(kept), bit) >>> 3);
    }
    if (end + length + SLACK > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length + SLACK));
    }
    in.get(bytes, end, length);
    end += length;
  }

  private void drop(int first) {
    System.arraycopy(bytes, first, bytes, 0, end - first);
    base += first;
    end -= first;
    bit -= first << 3;
  }

  /** Goes on at a whole byte. */
  void align() {
    bit = (bit + 7) & ~7;
  }

  /** Gives back the bytes of which no bit was read. */
  int giveBack() {
    int unread = end - ((bit + 7) >>> 3);
    align();
    end -= unread;
    return unread;
  }

  void clear() {
    bit = 0;
    end = 0;
    base = 0;
  }
}
