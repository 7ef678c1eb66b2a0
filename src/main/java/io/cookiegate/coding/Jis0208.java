package io.cookiegate.coding;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The Encoding Standard's index jis0208 (section 6), as far as two bytes from 0x21 to 0x7E reach
 * into it. It is taken from the JDK's windows-31j, which holds the same characters in another
 * order.
 */
final class Jis0208 {
  private static final int CELLS = 94;
  private static final @Nullable Jis0208 INDEX = load();

  private final char[] characters = new char[CELLS * CELLS];
  private final short[] pointers = new short[0x10000];

  private Jis0208(Charset shiftJis) {
    byte[] pair = new byte[2];
    for (int pointer = 0; pointer < characters.length; pointer++) {
      int lead = pointer / 188;
      int trail = pointer % 188;
      pair[0] = (byte) (lead + (lead < 0x1f ? 0x81 : 0xc1));
      pair[1] = (byte) (trail + (trail < 0x3f ? 0x40 : 0x41));
      String text = new String(pair, shiftJis);
      if (text.length() == 1 && text.charAt(0) != '\ufffd') {
        put(pointer, text.charAt(0));
      }
    }
  }

  /**
   * Characters that the index has twice are read in their first place only; the other is no worse
   * than unknown.
   */
  private void put(int pointer, char character) {
    if (pointers[character] == 0) {
      characters[pointer] = character;
      pointers[character] = (short) (pointer + 1);
    }
  }

  private static @Nullable Jis0208 load() {
    return Charset.isSupported("windows-31j") ? new Jis0208(Charset.forName("windows-31j")) : null;
  }

  /** The index; a runtime image without the module {@code jdk.charsets} has none. */
  static Jis0208 index() {
    if (INDEX == null) {
      throw new CodingException(
          "This Java runtime has no Japanese charsets to read the page with.");
    }
    return INDEX;
  }

  /** The character of two bytes from 0x21 to 0x7E, or 0. */
  int character(int lead, int trail) {
    return characters[(lead - 0x21) * CELLS + trail - 0x21];
  }

  /** The two bytes of a character, or 0. */
  int pair(int point) {
    if (point > 0xffff || pointers[point] == 0) {
      return 0;
    }
    int pointer = pointers[point] - 1;
    return (pointer / CELLS + 0x21) << 8 | (pointer % CELLS + 0x21);
  }
}
