package io.cookiegate.coding;

import io.cookiegate.coding.Iso2022Jp.Mode;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads ISO-2022-JP into UTF-8 (Encoding Standard section 13.2.1, state by state). */
final class Iso2022JpReader implements ByteStep {
  private final Iso2022Jp page;
  private final Jis0208 index = Jis0208.index();
  private final Piece piece = new Piece();
  private Mode mode = Mode.ASCII;

  /** The first of two bytes, or 0. */
  private int lead;

  /** How much of an escape sequence has come: nothing, ESC, or ESC and {@link #intermediate}. */
  private int escape;

  private int intermediate;

  /** Whether an escape sequence has come since the last character. */
  private boolean switched;

  /**
   * Whether two-byte characters have just ended, and not for the sake of a character that only
   * Roman has.
   */
  private boolean returning;

  Iso2022JpReader(Iso2022Jp page) {
    this.page = page;
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    piece.to(out);
    while (in.hasRemaining()) {
      take(in.get() & 0xff);
    }
    piece.send();
  }

  private void take(int b) {
    if (escape == 1) {
      takeIntermediate(b);
    } else if (escape == 2) {
      takeFinal(b);
    } else if (b == Iso2022Jp.ESC) {
      loneLead();
      escape = 1;
    } else {
      switched = false;
      takeText(b);
    }
  }

  private void takeIntermediate(int b) {
    if (b == '$' || b == '(') {
      intermediate = b;
      escape = 2;
    } else {
      loneEsc();
      take(b);
    }
  }

  private void takeFinal(int b) {
    Mode next = designated(intermediate, b);
    if (next == null) {
      loneEsc();
      take(intermediate);
      take(b);
      return;
    }
    escape = 0;
    designate(next, b);
    if (switched) {
      piece.putUtf8(Iso2022Jp.EMPTY);
    }
    switched = true;
  }

  private void designate(Mode next, int b) {
    if (next == Mode.TWO_BYTE) {
      page.beginsTwoByteWith(b);
    }
    returning = mode == Mode.TWO_BYTE;
    mode = next;
  }

  private static @Nullable Mode designated(int intermediate, int b) {
    if (intermediate == '$') {
      return b == '@' || b == 'B' ? Mode.TWO_BYTE : null;
    }
    return switch (b) {
      case 'B' -> Mode.ASCII;
      case 'J' -> Mode.ROMAN;
      case 'I' -> Mode.KATAKANA;
      default -> null;
    };
  }

  private void takeText(int b) {
    switch (mode) {
      case ASCII -> takeAscii(b);
      case ROMAN -> takeRoman(b);
      case KATAKANA -> takeKatakana(b);
      case TWO_BYTE -> takeTwoByte(b);
    }
  }

  private void takeAscii(int b) {
    if (returning) {
      returning = false;
      page.returnsTo(mode);
    }
    boolean bad = b >= 0x80 || b == 0x0e || b == 0x0f;
    piece.putUtf8(bad ? mode.badByte(b) : b);
  }

  private void takeRoman(int b) {
    if (b == '\\' || b == '~') {
      returning = false;
    }
    if (b == '\\') {
      piece.putUtf8(0xa5);
    } else if (b == '~') {
      piece.putUtf8(0x203e);
    } else {
      takeAscii(b);
    }
  }

  private void takeKatakana(int b) {
    boolean good = b >= 0x21 && b <= 0x5f;
    piece.putUtf8(good ? 0xff61 + b - 0x21 : mode.badByte(b));
  }

  private void takeTwoByte(int b) {
    boolean good = b >= 0x21 && b <= 0x7e;
    if (lead != 0) {
      int character = good ? index.character(lead, b) : 0;
      piece.putUtf8(character != 0 ? character : Iso2022Jp.BAD_PAIR + ((lead - 0x21) << 8) + b);
      lead = 0;
    } else if (good) {
      lead = b;
    } else {
      piece.putUtf8(mode.badByte(b));
    }
  }

  private void loneLead() {
    if (lead != 0) {
      piece.putUtf8(Iso2022Jp.LONE_LEAD + lead);
      lead = 0;
    }
  }

  private void loneEsc() {
    escape = 0;
    switched = false;
    piece.putUtf8(Iso2022Jp.LONE_ESC);
  }

  @Override
  public void flush(ByteSink out) {}

  @Override
  public void end(ByteSink out) {
    piece.to(out);
    if (escape != 0) {
      boolean two = escape == 2;
      loneEsc();
      if (two) {
        take(intermediate);
      }
    }
    loneLead();
    piece.send();
    page.endedIn(mode);
  }

  @Override
  public void close() {}
}
