package io.cookiegate.coding;

import io.cookiegate.coding.Iso2022Jp.Mode;
import java.nio.ByteBuffer;

/**
 * Writes what {@link Iso2022JpReader} made, and what the rewriter put in, as ISO-2022-JP (Encoding
 * Standard section 13.2.2).
 */
final class Iso2022JpWriter implements ByteStep {
  /** An error in every mode, and only the one character long. */
  private static final int ERROR = 0xff;

  private final Iso2022Jp page;
  private final Jis0208 index = Jis0208.index();
  private final Piece piece = new Piece();
  private final Utf8Points points = new Utf8Points(this::point);
  private Mode mode = Mode.ASCII;

  /** Whether the last byte was half a character, so that only an escape sequence may follow it. */
  private boolean dangling;

  /** Whether an ESC is to be written that stands alone, once it is known what comes next to it. */
  private boolean loneEsc;

  Iso2022JpWriter(Iso2022Jp page) {
    this.page = page;
  }

  @Override
  public void write(ByteBuffer in, ByteSink out) {
    piece.to(out);
    points.read(in);
    piece.send();
  }

  private void point(int point) {
    if (point < 0x80) {
      ascii(point);
    } else if (point >= Iso2022Jp.BAD_PAIR) {
      bad(point);
    } else {
      character(point);
    }
  }

  private void ascii(int c) {
    if (c == 0x0e || c == 0x0f || c == Iso2022Jp.ESC) {
      error();
    } else if (c == '\\' || c == '~') {
      in(Mode.ASCII);
      put(c);
    } else {
      inPlain();
      put(c);
    }
  }

  private void character(int point) {
    int pair = index.pair(point);
    if (point == 0xa5 || point == 0x203e) {
      in(Mode.ROMAN);
      put(point == 0xa5 ? '\\' : '~');
    } else if (point >= 0xff61 && point <= 0xff9f) {
      in(Mode.KATAKANA);
      put(point - 0xff61 + 0x21);
    } else if (pair != 0) {
      in(Mode.TWO_BYTE);
      put(pair >> 8);
      put(pair & 0xff);
    } else if (point == 0xfffd) {
      error();
    } else {
      reference(point);
    }
  }

  /** A character the encoding does not have, as the standard's encoders for HTML write it. */
  private void reference(int point) {
    String reference = "&#" + point + ";";
    for (int i = 0; i < reference.length(); i++) {
      ascii(reference.charAt(i));
    }
  }

  private void bad(int point) {
    if (point < Iso2022Jp.BAD_BYTE) {
      in(Mode.TWO_BYTE);
      put(((point - Iso2022Jp.BAD_PAIR) >> 8) + 0x21);
      put(point & 0xff);
    } else if (point < Iso2022Jp.LONE_LEAD) {
      badByte(page.modeOfBadByte(point), point & 0xff);
    } else if (point < Iso2022Jp.LONE_ESC) {
      in(Mode.TWO_BYTE);
      put(point & 0xff);
      dangling = true;
    } else if (point == Iso2022Jp.LONE_ESC) {
      escapeFromDangling();
      flushEsc(Iso2022Jp.ESC);
      loneEsc = true;
    } else {
      error();
    }
  }

  private void badByte(Mode at, int b) {
    if (Iso2022Jp.isSingle(at)) {
      inPlain();
    } else {
      in(at);
    }
    put(b);
  }

  private void error() {
    escapeFromDangling();
    put(ERROR);
  }

  private void escapeFromDangling() {
    if (dangling) {
      in(page.plain());
    }
  }

  /**
   * Where ASCII characters other than the backslash and the tilde are written: a page that returns
   * to Roman has them there too.
   */
  private void inPlain() {
    Mode plain = page.plain();
    if (dangling || (mode != plain && mode != Mode.ASCII)) {
      in(plain);
    }
  }

  private void in(Mode wanted) {
    if (mode != wanted || dangling) {
      put(Iso2022Jp.ESC);
      put(wanted == Mode.TWO_BYTE ? '$' : '(');
      put(page.designator(wanted));
      mode = wanted;
      dangling = false;
    }
  }

  private void put(int b) {
    flushEsc(b);
    piece.put(b);
  }

  private void flushEsc(int next) {
    if (loneEsc) {
      loneEsc = false;
      piece.put(next == '$' || next == '(' ? ERROR : Iso2022Jp.ESC);
    }
  }

  @Override
  public void flush(ByteSink out) {}

  @Override
  public void end(ByteSink out) {
    piece.to(out);
    points.end();
    Mode last = page.last();
    if (last == Mode.ASCII || (last == Mode.ROMAN && !Iso2022Jp.isSingle(mode))) {
      in(last);
    }
    flushEsc(Iso2022Jp.ESC);
    piece.send();
  }

  @Override
  public void close() {}
}
