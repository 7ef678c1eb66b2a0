package io.cookiegate.coding;

import org.jspecify.annotations.Nullable;

/**
 * An ISO-2022-JP page on its way through the rewriter and back (Encoding Standard section 13.2).
 *
 * <p><b>What is read</b> is what a browser reads: escape sequences vanish, wherever they stand
 * ({@code <scr ESC ( B ipt>} is a script), and two bytes that spell {@code <!} between {@code ESC $
 * B} and {@code ESC ( B} are a kanji. Whatever the standard makes an error of becomes a character
 * that only the writer knows, from planes that no page of this encoding can reach, so that the
 * bytes come back.
 *
 * <p><b>What is written</b> has the escape sequences where they are needed and nowhere else, in the
 * spelling that the page used first ({@code ESC $ @} or {@code ESC $ B}, back with {@code ESC ( B}
 * or {@code ESC ( J}). So a page as any encoder makes it comes back byte for byte. Escape sequences
 * that change nothing are not written again, and an ESC that stands alone is written as the byte
 * FF, an error like it, where what follows now would complete it to an escape sequence.
 */
final class Iso2022Jp {
  /** What bytes mean until the next escape sequence. */
  enum Mode {
    ASCII(0xf8000),
    ROMAN(0xf8000),
    KATAKANA(0xf8100),
    TWO_BYTE(0xf8200);

    /** Where the characters are that stand for single bytes which are errors in this mode. */
    private final int badBytes;

    Mode(int badBytes) {
      this.badBytes = badBytes;
    }

    int badByte(int b) {
      return badBytes + b;
    }
  }

  static final int ESC = 0x1b;

  /** Two bytes that are no character, first byte times 256 plus second behind this. */
  static final int BAD_PAIR = 0xf0000;

  /** The first character of {@link Mode#badByte}. */
  static final int BAD_BYTE = 0xf8000;

  /**
   * The first of two bytes, behind this, where an escape sequence or the end came instead of the
   * second.
   */
  static final int LONE_LEAD = 0xf9000;

  /** An ESC that began no escape sequence. */
  static final int LONE_ESC = 0xfa000;

  /** Two escape sequences with nothing between them, which a browser makes U+FFFD of. */
  static final int EMPTY = 0xfa001;

  private final Iso2022JpReader reader = new Iso2022JpReader(this);
  private final Iso2022JpWriter writer = new Iso2022JpWriter(this);

  /** How this page spells its escape sequences; 0 and null until it has. */
  private int twoByteDesignator;

  private @Nullable Mode plain;

  /** The mode the page ended in. */
  private Mode last = Mode.ASCII;

  ByteStep reader() {
    return reader;
  }

  ByteStep writer() {
    return writer;
  }

  /** Notes with which byte this page ends the escape sequence before two-byte characters. */
  void beginsTwoByteWith(int designator) {
    twoByteDesignator = twoByteDesignator == 0 ? designator : twoByteDesignator;
  }

  /** Notes a mode in which this page has text behind two-byte characters. */
  void returnsTo(Mode mode) {
    plain = plain == null ? mode : plain;
  }

  static boolean isSingle(Mode mode) {
    return mode == Mode.ASCII || mode == Mode.ROMAN;
  }

  /**
   * The mode in which a byte was an error: either of the single-byte modes, Katakana, or two-byte.
   */
  Mode modeOfBadByte(int point) {
    return switch ((point - BAD_BYTE) >> 8) {
      case 0 -> plain();
      case 1 -> Mode.KATAKANA;
      default -> Mode.TWO_BYTE;
    };
  }

  int designator(Mode mode) {
    return switch (mode) {
      case ASCII -> 'B';
      case ROMAN -> 'J';
      case KATAKANA -> 'I';
      case TWO_BYTE -> twoByteDesignator == 0 ? 'B' : twoByteDesignator;
    };
  }

  /** The mode in which this page goes on behind two-byte characters. */
  Mode plain() {
    return plain == null ? Mode.ASCII : plain;
  }

  void endedIn(Mode mode) {
    last = mode;
  }

  Mode last() {
    return last;
  }
}
