package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The second halves of characters that look like ASCII, masked before the rewriter and brought back
 * behind it: a byte {@code t} under 0x80 travels as {@code FF} and {@code t} with its highest bit, and
 * the byte FF, which is no character in these encodings, as two of itself. So every byte under 0x80
 * that the rewriter sees is an ASCII character, and every byte of the page comes back as it was.
 */
final class TrailMask {
  private static final int MARK = 0xff;
  private static final int TOP = 0x80;

  private final TrailBytes trails;

  TrailMask(Encoding encoding) {
    this.trails = TrailBytes.of(encoding);
  }

  ByteStep reader() {
    return new Reader();
  }

  ByteStep writer() {
    return new Writer();
  }

  /** A URL or text as it was before it was masked. */
  static byte[] unmasked(byte[] a, int from, int to) {
    byte[] plain = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      boolean masked = (a[i] & 0xff) == MARK && i + 1 < to;
      plain[length++] = masked ? original(a[++i] & 0xff) : a[i];
    }
    return Arrays.copyOf(plain, length);
  }

  private static byte original(int b) {
    return (byte) (b == MARK ? b : b & ~TOP);
  }

  /** Hands on what stays in slices of its input. */
  private final class Reader implements ByteStep {
    private final ByteBuffer mask = ByteBuffer.wrap(new byte[] {(byte) MARK, 0});
    private int lead;

    @Override
    public void write(ByteBuffer in, ByteSink out) {
      int end = in.limit();
      while (in.hasRemaining()) {
        int at = nextMasked(in);
        if (at > in.position()) {
          out.write(in.limit(at));
        }
        in.limit(end).position(at);
        if (at < end) {
          int b = in.get() & 0xff;
          mask.clear().put(1, (byte) (b | TOP));
          out.write(mask);
        }
      }
    }

    private int nextMasked(ByteBuffer in) {
      int at = in.position();
      while (at < in.limit()) {
        if (lead == 0) {
          at = ByteScan.high(in, at);
        }
        if (at < in.limit() && masks(in.get(at) & 0xff)) {
          return at;
        }
        at++;
      }
      return in.limit();
    }

    private boolean masks(int b) {
      int before = lead;
      lead = 0;
      if (b < TOP) {
        return before != 0 && trails.isTrail(before, b);
      }
      if (before == 0 && trails.isLead(b)) {
        lead = b;
      }
      return b == MARK;
    }

    @Override
    public void flush(ByteSink out) {}

    @Override
    public void end(ByteSink out) {}

    @Override
    public void close() {}
  }

  private static final class Writer implements ByteStep {
    private final ByteBuffer one = ByteBuffer.wrap(new byte[1]);
    private boolean masked;

    @Override
    public void write(ByteBuffer in, ByteSink out) {
      int end = in.limit();
      while (in.hasRemaining()) {
        if (masked) {
          masked = false;
          one.clear().put(0, original(in.get() & 0xff));
          out.write(one);
          continue;
        }
        int at = mark(in);
        if (at > in.position()) {
          out.write(in.limit(at));
        }
        in.limit(end).position(Math.min(end, at + 1));
        masked = at < end;
      }
    }

    private static int mark(ByteBuffer in) {
      int at = ByteScan.high(in, in.position());
      while (at < in.limit() && (in.get(at) & 0xff) != MARK) {
        at = ByteScan.high(in, at + 1);
      }
      return at;
    }

    @Override
    public void flush(ByteSink out) {}

    @Override
    public void end(ByteSink out) {}

    @Override
    public void close() {}
  }
}
