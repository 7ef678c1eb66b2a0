package io.cookiegate.coding;

import java.nio.ByteBuffer;

/** A bounded piece of output being filled, sent whenever it is full. */
final class Piece {
  private static final int CHUNK = 2 * 1024;

  private final byte[] array = new byte[CHUNK];
  private final ByteBuffer view = ByteBuffer.wrap(array);
  private int length;
  private ByteSink target = bytes -> {};

  /** Says where what follows goes. */
  void to(ByteSink out) {
    target = out;
  }

  void put(int b) {
    if (length == CHUNK) {
      send();
    }
    array[length++] = (byte) b;
  }

  /**
   * Puts a code point in UTF-8, and a lone surrogate as if it were one, which only the way back has
   * to understand.
   */
  void putUtf8(int point) {
    if (point < 0x80) {
      put(point);
    } else if (point < 0x800) {
      put(0xc0 | point >> 6);
      putTrail(point);
    } else if (point < 0x10000) {
      put(0xe0 | point >> 12);
      putTrail(point >> 6);
      putTrail(point);
    } else {
      put(0xf0 | point >> 18);
      putTrail(point >> 12);
      putTrail(point >> 6);
      putTrail(point);
    }
  }

  private void putTrail(int bits) {
    put(0x80 | (bits & 0x3f));
  }

  /** Hands on what there is. */
  void send() {
    if (length > 0) {
      int full = length;
      length = 0;
      target.write(view.clear().limit(full));
    }
  }
}
