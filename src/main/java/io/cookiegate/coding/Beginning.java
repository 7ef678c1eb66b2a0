package io.cookiegate.coding;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a page that no header declares a charset for, kept until they have declared
 * one.
 */
final class Beginning {
  private static final int MOST = 8 * Prescan.LENGTH;

  private byte[] bytes = new byte[Prescan.LENGTH];
  private int length;

  /** Copies what there is room for, and takes nothing. */
  void add(ByteBuffer in) {
    int more = Math.min(in.remaining(), MOST - length);
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, MOST);
    }
    in.get(in.position(), bytes, length, more);
    length += more;
  }

  /** Whether a browser would wait no longer. */
  boolean isLong() {
    return length >= Prescan.LENGTH;
  }

  /** What every browser takes the page for, or null where they may differ. */
  @Nullable Encoding agreed() {
    Encoding byMarkup = Prescan.of(bytes, Math.min(length, Prescan.LENGTH));
    Encoding byTokens = HeadScan.of(bytes, length);
    boolean late = byMarkup == null && byTokens == Encoding.ISO_2022_JP;
    return byMarkup == byTokens || late ? byTokens : null;
  }

  /** Whether {@link #agreed} can be something else when more has come. */
  boolean mayChange() {
    return !isLong() && length > 1 && bytes[0] == '<' && bytes[1] == '?';
  }
}
