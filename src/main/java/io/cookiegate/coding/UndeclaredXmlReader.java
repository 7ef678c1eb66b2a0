package io.cookiegate.coding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document of XML for which neither a header nor a byte order mark declares a charset: it is
 * in the one of its XML declaration, or in UTF-8. Only the declaration is waited for.
 */
final class UndeclaredXmlReader implements ByteStep {
  private static final int LONGEST_DECLARATION = 1024;
  private static final String START = "<?xml";

  private final Function<Encoding, ByteStep> agreed;
  private ByteArrayOutputStream held = new ByteArrayOutputStream(0);
  private @Nullable ByteStep decided;

  UndeclaredXmlReader(Function<Encoding, ByteStep> agreed) {
    this.agreed = agreed;
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    if (decided != null) {
      decided.write(in, out);
      return;
    }
    byte[] bytes = new byte[in.remaining()];
    in.get(bytes);
    held.writeBytes(bytes);
    if (!mayDeclare(held.toByteArray())) {
      decide(out);
    }
  }

  private static boolean mayDeclare(byte[] page) {
    for (int i = 0; i < Math.min(START.length(), page.length); i++) {
      if (page[i] != START.charAt(i)) {
        return false;
      }
    }
    boolean whole = false;
    for (byte b : page) {
      whole |= b == '>';
    }
    return !whole && page.length < LONGEST_DECLARATION;
  }

  private ByteStep decide(ByteSink out) {
    byte[] page = held.toByteArray();
    held = new ByteArrayOutputStream(0);
    Encoding found = XmlDeclaration.encoding(page, Math.min(page.length, LONGEST_DECLARATION));
    ByteStep step = agreed.apply(found == null ? Encoding.UTF_8 : found);
    decided = step;
    step.write(ByteBuffer.wrap(page), out);
    return step;
  }

  @Override
  public void flush(ByteSink out) {
    if (decided != null) {
      decided.flush(out);
    }
  }

  @Override
  public void end(ByteSink out) {
    (decided == null ? decide(out) : decided).end(out);
  }

  @Override
  public void close() {
    if (decided != null) {
      decided.close();
    }
  }
}
