package io.cookiegate.coding;

import java.nio.ByteBuffer;

/**
 * Takes every ESC away that would begin an escape sequence of ISO-2022-JP: those before {@code $}
 * and {@code (}.
 *
 * <p>Nothing else in HTML gives these bytes a meaning. Without them, a page in ISO-2022-JP and a
 * page in ASCII are the same markup, so it no longer matters which of the two a browser guesses.
 */
final class EscapeRemover implements ByteStep {
  private static final int ESC = 0x1b;

  private final ByteBuffer one = ByteBuffer.wrap(new byte[] {ESC});

  /** How many ESC in a row wait for what follows them. */
  private int waiting;

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    int end = in.limit();
    while (in.hasRemaining()) {
      if (in.get(in.position()) == ESC) {
        in.get();
        waiting++;
        continue;
      }
      settle(in.get(in.position()), out);
      int to = ByteScan.escape(in);
      out.write(in.limit(to));
      in.limit(end).position(to);
    }
  }

  private void settle(byte next, ByteSink out) {
    if (next != '$' && next != '(') {
      end(out);
    }
    waiting = 0;
  }

  @Override
  public void flush(ByteSink out) {}

  @Override
  public void end(ByteSink out) {
    for (; waiting > 0; waiting--) {
      out.write(one.clear());
    }
  }

  @Override
  public void close() {}
}
