package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/**
 * Reads UTF-8 into code points, across any cut; surrogates too, which {@link Piece#putUtf8} writes.
 */
final class Utf8Points {
  private static final int REPLACEMENT = 0xfffd;

  private final IntConsumer points;
  private int point;
  private int missing;

  Utf8Points(IntConsumer points) {
    this.points = points;
  }

  void read(ByteBuffer in) {
    while (in.hasRemaining()) {
      take(in.get() & 0xff);
    }
  }

  /** Ends the text; a character that is not whole is a replacement character. */
  void end() {
    if (missing > 0) {
      missing = 0;
      points.accept(REPLACEMENT);
    }
  }

  private void take(int b) {
    if (missing > 0 && (b & 0xc0) == 0x80) {
      point = point << 6 | (b & 0x3f);
      if (--missing == 0) {
        points.accept(point);
      }
      return;
    }
    end();
    if (b < 0x80) {
      points.accept(b);
    } else {
      lead(b);
    }
  }

  private void lead(int b) {
    missing = b < 0xc2 ? 0 : b < 0xe0 ? 1 : b < 0xf0 ? 2 : b < 0xf5 ? 3 : 0;
    point = b & (0x3f >> missing);
    if (missing == 0) {
      points.accept(REPLACEMENT);
    }
  }
}
