package io.cookiegate.coding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page for which neither a header nor a byte order mark declares a charset.
 *
 * <p>Its charset can only be an ASCII-compatible one or ISO-2022-JP, and as long as there is
 * neither an ESC nor a byte over 0x7f these are the same: such bytes pass at once and untouched. At
 * the first other byte the beginning of the page is asked:
 *
 * <ul>
 *   <li>Every browser finds the same charset declared in it: the page is read as that.
 *   <li>They may differ, or none is declared so that they guess, or take the charset of the frame
 *       around: the page is read as ASCII, and what could make it ISO-2022-JP is taken away ({@link
 *       EscapeRemover}).
 * </ul>
 *
 * <p>A page that has told nothing yet is held until it is 1024 bytes long, as browsers hold it.
 */
final class UndeclaredReader implements ByteStep {
  private final Function<Encoding, ByteStep> agreed;
  private final Runnable escaped;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(0);
  private @Nullable Beginning beginning = new Beginning();
  private ByteStep decided = ByteSteps.identity();
  private boolean watching;

  /**
   * @param agreed the reader of an encoding that the page turns out to be in; asked once, before
   *     anything but ASCII passes
   * @param escaped told when an ESC is about to pass that has to go no further
   */
  UndeclaredReader(Function<Encoding, ByteStep> agreed, Runnable escaped) {
    this.agreed = agreed;
    this.escaped = escaped;
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    if (beginning == null) {
      pass(in, out);
      return;
    }
    beginning.add(in);
    int end = in.limit();
    int to = held.size() > 0 ? in.position() : ByteScan.escapeOrHigh(in);
    ByteSteps.identity().write(in.limit(to), out);
    in.limit(end);
    if (in.hasRemaining()) {
      hold(in);
      decide(beginning, false, out);
    }
  }

  private void hold(ByteBuffer in) {
    byte[] bytes = new byte[in.remaining()];
    in.get(bytes);
    held.writeBytes(bytes);
  }

  private void decide(Beginning start, boolean last, ByteSink out) {
    Encoding found = start.agreed();
    if (!last && !start.isLong() && (found == null || start.mayChange())) {
      return;
    }
    beginning = null;
    watching = found == null;
    decided = found == null ? new EscapeRemover() : agreed.apply(found);
    pass(ByteBuffer.wrap(held.toByteArray()), out);
    held.reset();
  }

  private void pass(ByteBuffer in, ByteSink out) {
    if (watching && ByteScan.escape(in) < in.limit()) {
      watching = false;
      escaped.run();
    }
    decided.write(in, out);
  }

  @Override
  public void flush(ByteSink out) {
    decided.flush(out);
  }

  @Override
  public void end(ByteSink out) {
    if (beginning != null && held.size() > 0) {
      decide(beginning, true, out);
    }
    decided.end(out);
  }

  @Override
  public void close() {
    decided.close();
  }
}
