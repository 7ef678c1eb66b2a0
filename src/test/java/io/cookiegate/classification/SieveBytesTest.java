package io.cookiegate.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SieveBytesTest {
  private static final long LANE = 0x80L;
  private static final int PLACES = 8;

  /** A word of blanks but for one byte, at a place. */
  private static long word(int c, int place) {
    long blanks = 0x2020202020202020L & ~(0xffL << (8 * place));
    return blanks | ((long) c) << (8 * place);
  }

  @Test
  void eachByteThatMayNotStandForItselfIsSpecial() {
    int special = 0;
    for (int c = 0; c < 256; c++) {
      for (int place = 0; place < PLACES; place++) {
        boolean expected = c < 0x0e || c == '\\' || c == '%' || c == '+';
        boolean is = (SieveBytes.special(word(c, place)) & LANE << (8 * place)) != 0;
        assertEquals(expected, is, c + " at " + place);
        special += is ? 1 : 0;
      }
    }
    assertEquals(17 * PLACES, special);
  }

  @Test
  void aControlIsSilentBehindWhatNoAddressAndNoWordHas() {
    int silent = 0;
    for (int before = 0; before < 256; before++) {
      for (int c = 0; c < 256; c++) {
        for (int place = 0; place < PLACES; place++) {
          long found = SieveBytes.silent(word(c, place), word(before, place));
          boolean is = (found & LANE << (8 * place)) != 0;
          assertTrue(!is || (c < 0x0e && !SieveBytes.isJoint(before)), before + " " + c);
          silent += is ? 1 : 0;
        }
      }
    }
    // Those known are what is less than a minus sign, but for the dollar, and three more.
    assertEquals(14 * PLACES * 47, silent);
  }
}
