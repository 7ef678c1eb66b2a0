package io.cookiegate.coding;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Undoes {@code deflate} in both of the shapes that go by this name: with the zlib wrapper that RFC
 * 9110 section 8.4.1.2 asks for, and without it, as servers that read the name literally send it.
 * The first two bytes tell, as in browsers.
 */
final class DeflateDecoder implements ByteStep {
  private final ByteBuffer start = ByteBuffer.allocate(2);
  private final @Nullable Loan loan;
  private @Nullable Inflation inflation;

  DeflateDecoder() {
    this.loan = null;
  }

  /** With what it is to be undone by. */
  DeflateDecoder(Loan loan) {
    this.loan = loan;
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    Inflation running = inflation;
    if (running == null) {
      running = begin(in, out);
    }
    if (running != null) {
      inflate(running, in, out);
    }
  }

  private @Nullable Inflation begin(ByteBuffer in, ByteSink out) {
    while (start.hasRemaining() && in.hasRemaining()) {
      start.put(in.get());
    }
    if (start.hasRemaining()) {
      return null;
    }
    boolean raw = !wrapped(start.get(0) & 0xff, start.get(1) & 0xff);
    Inflation chosen = loan == null ? new ZlibInflation(raw) : loan.inflation(raw);
    inflation = chosen;
    start.flip();
    inflate(chosen, start, out);
    return chosen;
  }

  /** Whether these two bytes are a zlib header (RFC 1950 section 2.2). */
  private static boolean wrapped(int method, int flags) {
    return (method & 0x0f) == 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 == 0;
  }

  private static void inflate(Inflation inflation, ByteBuffer in, ByteSink out) {
    inflation.inflate(in, out, (array, from, length) -> {});
    in.position(in.limit());
  }

  @Override
  public void flush(ByteSink out) {}

  @Override
  public void end(ByteSink out) {
    boolean empty = inflation == null && start.position() == 0;
    boolean finished = inflation != null && inflation.finished();
    if (!empty && !finished) {
      throw new CodingException("The deflated body stops before its end.");
    }
  }

  @Override
  public void close() {
    if (inflation != null) {
      inflation.close();
    } else if (loan != null) {
      loan.closeInflation();
    }
  }
}
