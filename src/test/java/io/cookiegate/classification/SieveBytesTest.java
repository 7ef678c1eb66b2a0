package io.cookiegate.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SieveBytesTest {
  private static final int PLACES = 8;
  private static final long BLANKS = 0x2020202020202020L;

  /** A word of blanks but for one byte, at a place. */
  private static long word(int c, int place) {
    return (BLANKS & ~(0xffL << (8 * place))) | ((long) c << (8 * place));
  }

  private static boolean has(long found, int place) {
    return (found & 0x80L << (8 * place)) != 0;
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  @Test
  void lettersAreToldByABitEach() {
    int letters = 0;
    for (int c = 0; c < 0x80; c++) {
      for (int place = 0; place < PLACES; place++) {
        long expected = isLetter(c) || c == '_' || c == 0x7f ? 1L << place : 0;
        assertEquals(expected, SieveBytes.letters(word(c, place)), c + " at " + place);
        letters += expected == 0 ? 0 : 1;
      }
    }
    assertEquals(54 * PLACES, letters);
  }

  @Test
  void lettersAreToldBesideBytesBeyondAscii() {
    for (int c = 0x80; c < 0x100; c++) {
      assertEquals(0b10, SieveBytes.letters((word(c, 0) & ~0xff00L) | ('x' << 8)) & ~1, "" + c);
    }
  }

  @Test
  void eachByteThatMayNotStandForItselfIsSpecial() {
    int special = 0;
    for (int c = 0; c < 256; c++) {
      for (int place = 0; place < PLACES; place++) {
        boolean expected = c < 0x0e || c >= 0x7f || "\\%+&".indexOf(c) >= 0;
        assertEquals(expected, has(SieveBytes.special(word(c, place)), place), c + " at " + place);
        special += expected ? 1 : 0;
      }
    }
    assertEquals((14 + 129 + 4) * PLACES, special);
  }

  /** Whether a byte may make its text another between two others. */
  private static boolean joins(int before, int c, int after) {
    return switch (c) {
      case '\\', '%', 0x7f -> true;
      case '\t', '\n', '\r' -> SieveBytes.isJoint(before);
      case '+' -> !isLetter(after);
      case '&' -> isLetter(after) || after == '#';
      default -> c >= 0xc0 && mayBegin(c, after);
    };
  }

  private static boolean mayBegin(int lead, int second) {
    boolean may = false;
    for (int third = 0x80; third < 0xc0; third++) {
      byte[] text = {(byte) lead, (byte) second, (byte) third, (byte) 0x80};
      may |= SieveSpelling.mayBegin(text, 0, 0, text.length);
    }
    return may;
  }

  @Test
  void kanaJoinNothing() {
    byte[] text = "\u3072\u3089\u304c\u306a\u30ab\u30bf\u30ab\u30ca".getBytes(UTF_8);
    for (int i = 1; i + Long.BYTES < text.length; i++) {
      long before = SieveBytes.read(text, i - 1);
      assertEquals(
          0, SieveBytes.joints(SieveBytes.read(text, i), before, SieveBytes.read(text, i + 1)));
    }
  }

  @Test
  void whatJoinsIsTold() {
    int joining = 0;
    int idle = 0;
    for (int c = 0; c < 256; c++) {
      for (int around = 0; around < 256; around++) {
        for (int place = 0; place < PLACES; place++) {
          long told = SieveBytes.joints(word(c, place), word(around, place), word(around, place));
          boolean joins = joins(around, c, around);
          assertTrue(!joins || has(told, place), around + " " + c);
          joining += joins ? 1 : 0;
          idle += told == 0 ? 1 : 0;
        }
      }
    }
    assertTrue(joining > 256 * 16 * PLACES, "" + joining);
    assertTrue(idle > 256 * 150 * PLACES, "" + idle);
  }
}
