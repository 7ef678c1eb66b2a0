package io.cookiegate.receipt;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record in a segment of the queue: a mark, the length of the content, the first eight bytes of its
 * SHA-256, and the content. The mark and the checksum let a reader go on after bytes that a crash or
 * a failing disk left half written.
 */
final class Frame {
  /** The bytes around a content. */
  static final int OVERHEAD = 16;

  /** The longest content that is read again. */
  static final int LONGEST = 1 << 16;

  private static final int MARK = 0x43475231; // CGR1
  private static final int CHECK = 8;

  private Frame() {}

  static void write(byte[] content, ByteBuffer out) {
    out.putInt(MARK).putInt(content.length).put(check(content)).put(content);
  }

  private static byte[] check(byte[] content) {
    return Arrays.copyOf(Digest.sha256().digest(content), CHECK);
  }

  /** The content of the frame that begins at a place; null where none does. */
  static byte @Nullable [] at(ByteBuffer bytes, int place) {
    if (bytes.limit() - place < OVERHEAD || bytes.getInt(place) != MARK) {
      return null;
    }
    int length = bytes.getInt(place + Integer.BYTES);
    if (length < 0 || length > LONGEST || bytes.limit() - place - OVERHEAD < length) {
      return null;
    }
    byte[] content = new byte[length];
    bytes.get(place + OVERHEAD, content);
    byte[] check = new byte[CHECK];
    bytes.get(place + 2 * Integer.BYTES, check);
    return Arrays.equals(check, check(content)) ? content : null;
  }
}
