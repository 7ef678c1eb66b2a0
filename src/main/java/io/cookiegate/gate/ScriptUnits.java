package io.cookiegate.gate;

import io.cookiegate.classification.ScriptSymbols;
import java.util.function.IntConsumer;

/** The UTF-16 code units and code points that escapes spell, on their way to a reader of UTF-8. */
final class ScriptUnits {
  private final IntConsumer reader;
  private int high;

  ScriptUnits(IntConsumer reader) {
    this.reader = reader;
  }

  /** Begins with a text. */
  void begin() {
    high = 0;
  }

  /** Whether the first half of a pair was read and not its second. */
  boolean isOpen() {
    return high != 0;
  }

  /** Reads a unit or a point; the first half of a pair waits for the second. */
  void read(int c) {
    int before = high;
    high = 0;
    if (c < 0x80) {
      reader.accept(c);
    } else if (c > Character.MAX_CODE_POINT) {
      reader.accept(ScriptSymbols.BEYOND_ASCII);
    } else if (c < 0x10000 && Character.isSurrogate((char) c)) {
      surrogate(before, (char) c);
    } else {
      point(c);
    }
  }

  private void surrogate(int before, char c) {
    if (Character.isHighSurrogate(c)) {
      high = c;
    } else if (before == 0) {
      reader.accept(ScriptSymbols.BEYOND_ASCII);
    } else {
      point(Character.toCodePoint((char) before, c));
    }
  }

  private void point(int c) {
    int trails = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    reader.accept(((0xff00 >> (trails + 1)) & 0xff) | (c >> (6 * trails)));
    for (int i = trails - 1; i >= 0; i--) {
      reader.accept(0x80 | ((c >> (6 * i)) & 0x3f));
    }
  }
}
