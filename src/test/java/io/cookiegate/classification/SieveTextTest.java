package io.cookiegate.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Holds what is found by vector instructions against what is found in eight bytes at a time. */
class SieveTextTest {
  private static final int BLOCK = SievePass.BLOCK;
  private static final int PAIRS = 256 * 256;

  private final SieveText text = new SieveText();
  private final byte[] script = new byte[2 * SieveText.LEAST + BLOCK];

  /** Puts each pair of bytes into a block of blanks, at ever other places. */
  private void forEachPair(PairTest test) {
    int blocks = 2 * SieveText.LEAST / BLOCK;
    for (int pair = 0; pair < PAIRS; pair += blocks) {
      Arrays.fill(script, (byte) ' ');
      for (int block = 0; block < blocks; block++) {
        int at = block * BLOCK + place(pair + block);
        script[at] = (byte) ((pair + block) >> 8);
        script[at + 1] = (byte) (pair + block);
      }
      assertEquals(2 * SieveText.LEAST, text.take(script, 0, 0, script.length));
      for (int block = 0; block < blocks; block++) {
        test.check(pair + block, block * BLOCK);
      }
    }
  }

  private static int place(int pair) {
    return 1 + pair * 7 % (BLOCK - 2);
  }

  private interface PairTest {
    void check(int pair, int at);
  }

  @Test
  void lettersAreTheSame() {
    forEachPair(
        (pair, at) -> {
          long expected = 0;
          long ascii = 0;
          for (int i = 0; i < BLOCK; i += Long.BYTES) {
            long word = SieveBytes.read(script, at + i);
            expected |= SieveBytes.letters(word) << i;
            ascii |= SieveBytes.highs(~word) << i;
          }
          boolean hasDelete = pair >> 8 == 0x7f || (pair & 0xff) == 0x7f;
          long told = hasDelete ? expected : text.letters(at);
          assertEquals(expected & ascii, told & ascii, Integer.toHexString(pair));
        });
  }

  /** Whether a byte may make its text another between two others, as {@link SieveJoint} reads it. */
  private static boolean joins(int before, int c, int after) {
    return switch (c) {
      case '\\', 0x7f -> true;
      case '\t', '\n', '\r' -> SieveBytes.isJoint(before);
      case '%' -> after != ' ' && after != '&';
      case '+' -> after == '+' || !Character.isLetterOrDigit(after);
      case '&' -> after == '#' || (after < 0x80 && Character.isLetter(after));
      default -> c >= 0x80;
    };
  }

  @Test
  void noBlockThatMayMatterIsPassedOver() {
    int[] blocks = {0, 0};
    forEachPair(
        (pair, at) -> {
          int first = pair >> 8;
          int second = pair & 0xff;
          boolean joins = joins(' ', first, second) || joins(first, second, ' ');
          assertTrue(!joins || text.isOdd(at), Integer.toHexString(pair));
          blocks[0] += joins ? 1 : 0;
          blocks[1] += text.isOdd(at) ? 0 : 1;
        });
    assertTrue(blocks[0] > PAIRS / 2, "" + blocks[0]);
    assertTrue(blocks[1] > PAIRS / 8, "" + blocks[1]);
  }

  @Test
  void whatIsBeforeAndBehindAStretchCounts() {
    byte[] longer = new byte[4096 + 2 * SieveText.LEAST];
    for (String pair : new String[] {"x\n", "+'", "&#", "%2"}) {
      for (int at = BLOCK; at < 4096 + SieveText.LEAST; at++) {
        Arrays.fill(longer, (byte) ' ');
        longer[at] = (byte) pair.charAt(0);
        longer[at + 1] = (byte) pair.charAt(1);
        assertTrue(isOdd(longer), pair + " at " + at);
      }
    }
  }

  private boolean isOdd(byte[] longer) {
    boolean odd = false;
    int at = 0;
    while (longer.length - at > BLOCK) {
      int length = text.take(longer, 0, at, longer.length);
      for (int i = 0; i < length; i += BLOCK) {
        odd |= text.isOdd(i);
      }
      at += length;
    }
    return odd;
  }
}
