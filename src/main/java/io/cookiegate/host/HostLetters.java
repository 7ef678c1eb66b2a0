package io.cookiegate.host;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What characters are to a browser that reads them in a host (UTS 46 section 4): fullwidth and
 * mathematical letters are those of ASCII, ideographic full stops are dots, some are left out.
 */
public final class HostLetters {
  /** The character is left out. */
  public static final int IGNORED = -1;

  /** The character is none of ASCII, or one that no host has. */
  public static final int OTHER = -2;

  /** The character is several letters, or one that this platform's Unicode does not have. */
  public static final int UNKNOWN = -3;

  private static final int BLOCK = 64;
  private static final int LAST_PLANE_WITH_LETTERS = 0x20000;

  // A block costs a dozen microseconds, and few are ever met.
  private static final AtomicReferenceArray<byte[]> BLOCKS =
      new AtomicReferenceArray<>(LAST_PLANE_WITH_LETTERS / BLOCK);
  private static final byte[] NOTHING = filled();

  private HostLetters() {}

  /** The character of ASCII that a character stands for in a host, or one of the constants. */
  public static int of(int point) {
    if (isIdeographOrSyllable(point)) {
      return OTHER;
    }
    if (point >= LAST_PLANE_WITH_LETTERS) {
      return mapped(point);
    }
    byte[] block = BLOCKS.get(point / BLOCK);
    return (block == null ? learn(point / BLOCK) : block)[point % BLOCK];
  }

  /** Whether a text has bytes beyond ASCII, in which such characters may be. */
  public static boolean isBeyondAscii(byte[] text, int from, int to) {
    boolean is = false;
    for (int i = from; i < to && !is; i++) {
      is = text[i] < 0;
    }
    return is;
  }

  /** What most text beyond ASCII is made of: CJK ideographs and Hangul. */
  private static boolean isIdeographOrSyllable(int point) {
    return point >= 0x3400
        && point < 0xFB00
        && (point < 0xA000 || (point >= 0xAC00 && point < 0xD7A4));
  }

  private static byte[] learn(int number) {
    byte[] block = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      block[i] = (byte) mapped(number * BLOCK + i);
    }
    byte[] known = Arrays.equals(block, NOTHING) ? NOTHING : block;
    BLOCKS.set(number, known);
    return known;
  }

  private static byte[] filled() {
    byte[] block = new byte[BLOCK];
    Arrays.fill(block, (byte) OTHER);
    return block;
  }

  private static int mapped(int point) {
    if (!Character.isDefined(point)) {
      return UNKNOWN;
    }
    String text = Uts46Mapping.map(Character.toString(point));
    if (text == null) {
      return OTHER;
    }
    if (text.isEmpty()) {
      return IGNORED;
    }
    boolean ascii = text.chars().allMatch(HostLetters::isOfHosts);
    return !ascii ? OTHER : text.length() == 1 ? text.charAt(0) : UNKNOWN;
  }

  private static boolean isOfHosts(int c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_');
  }
}
