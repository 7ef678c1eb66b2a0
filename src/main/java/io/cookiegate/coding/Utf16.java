package io.cookiegate.coding;

import java.nio.ByteBuffer;

/**
 * A UTF-16 page on its way through the rewriter and back, without loss: a lone surrogate goes
 * through as three bytes that look like UTF-8, and a last odd byte goes round it. A browser makes
 * U+FFFD of either, so that no markup hides in them.
 */
final class Utf16 {
  private final boolean bigEndian;
  private final ByteStep reader = new Reader();
  private final ByteStep writer = new Writer();

  /** A byte that had no other half when the page ended, or -1. */
  private int odd = -1;

  Utf16(boolean bigEndian) {
    this.bigEndian = bigEndian;
  }

  ByteStep reader() {
    return reader;
  }

  ByteStep writer() {
    return writer;
  }

  private final class Reader implements ByteStep {
    private final Piece piece = new Piece();
    private int first = -1;
    private int high;

    @Override
    public void write(ByteBuffer in, ByteSink out) {
      piece.to(out);
      while (in.hasRemaining()) {
        int b = in.get() & 0xff;
        if (first < 0) {
          first = b;
        } else {
          unit(bigEndian ? first << 8 | b : b << 8 | first);
          first = -1;
        }
      }
      piece.send();
    }

    private void unit(int unit) {
      if (high != 0 && Character.isLowSurrogate((char) unit)) {
        piece.putUtf8(Character.toCodePoint((char) high, (char) unit));
        high = 0;
        return;
      }
      lone();
      if (Character.isHighSurrogate((char) unit)) {
        high = unit;
      } else {
        piece.putUtf8(unit);
      }
    }

    private void lone() {
      if (high != 0) {
        piece.putUtf8(high);
        high = 0;
      }
    }

    @Override
    public void flush(ByteSink out) {}

    @Override
    public void end(ByteSink out) {
      piece.to(out);
      lone();
      piece.send();
      odd = first;
    }

    @Override
    public void close() {}
  }

  private final class Writer implements ByteStep {
    private final Piece piece = new Piece();
    private final Utf8Points points = new Utf8Points(this::point);

    @Override
    public void write(ByteBuffer in, ByteSink out) {
      piece.to(out);
      points.read(in);
      piece.send();
    }

    private void point(int point) {
      if (Character.isBmpCodePoint(point)) {
        unit(point);
      } else {
        unit(Character.highSurrogate(point));
        unit(Character.lowSurrogate(point));
      }
    }

    private void unit(int unit) {
      piece.put(bigEndian ? unit >> 8 : unit);
      piece.put(bigEndian ? unit : unit >> 8);
    }

    @Override
    public void flush(ByteSink out) {}

    @Override
    public void end(ByteSink out) {
      piece.to(out);
      points.end();
      if (odd >= 0) {
        piece.put(odd);
      }
      piece.send();
    }

    @Override
    public void close() {}
  }
}
