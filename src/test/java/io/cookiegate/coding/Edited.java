package io.cookiegate.coding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * A step that edits as a rewriter does: it keeps ranges of the array it is given, leaves out others,
 * puts its own between them, and holds some back, copied, until more has come. What becomes of a
 * byte depends on its place and the seed, not on how the input is cut.
 */
final class Edited implements ByteStep {
  private static final int KEEP = 9;

  private final long seed;
  private final int stretch;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private final ByteArrayOutputStream result = new ByteArrayOutputStream();
  private long place;

  /** With about one decision for each {@code stretch} bytes; 0 for none. */
  Edited(long seed, int stretch) {
    this.seed = seed;
    this.stretch = stretch;
  }

  /** What was handed on. */
  byte[] result() {
    return result.toByteArray();
  }

  private int decision(long at) {
    Random random = new Random(seed ^ (at / stretch) * 0x9E3779B97F4A7C15L);
    random.nextInt();
    return random.nextInt(10);
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    byte[] array = in.array();
    int at = in.arrayOffset() + in.position();
    int end = at + in.remaining();
    while (at < end) {
      int n = stretch == 0 ? end - at : (int) Math.min(end - at, stretch - place % stretch);
      decide(array, at, n, out);
      at += n;
      place += n;
    }
    in.position(in.limit());
  }

  private void decide(byte[] array, int at, int n, ByteSink out) {
    switch (stretch == 0 ? KEEP : decision(place)) {
      case 0 -> letGo(out);
      case 1 -> held.write(array, at, n);
      case 2 -> inserted(array, at, n, out);
      default -> {
        letGo(out);
        hand(array, at, n, out);
      }
    }
  }

  /** New bytes where a stretch begins, sometimes the same that follow. */
  private void inserted(byte[] array, int at, int n, ByteSink out) {
    letGo(out);
    if (place % stretch == 0) {
      byte[] own =
          ("<own " + place + ">" + "<script>a=b".repeat((int) (place % 5)))
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      hand(own, 0, own.length, out);
      hand(new byte[] {array[at]}, 0, 1, out);
    }
    hand(array, at, n, out);
  }

  private void letGo(ByteSink out) {
    if (held.size() > 0) {
      byte[] copy = held.toByteArray();
      held.reset();
      hand(copy, 0, copy.length, out);
    }
  }

  private void hand(byte[] array, int from, int length, ByteSink out) {
    result.writeBytes(Arrays.copyOfRange(array, from, from + length));
    out.write(ByteBuffer.wrap(array, from, length));
  }

  @Override
  public void flush(ByteSink out) {}

  @Override
  public void end(ByteSink out) {
    letGo(out);
  }

  @Override
  public void close() {}
}
