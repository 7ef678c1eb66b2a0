package io.cookiegate.html;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: searches and case folding over a {@code long} view of a byte array. The
 * view is little-endian, so that the first byte of the array is the lowest of the long.
 */
final class Swar {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long SIXTY_FOURS = 0x40 * ONES;
  private static final long HIGHS = 0x8080808080808080L;

  /** The smallest byte that is no control and no space. */
  private static final long PAST_SPACES = 0x21 * ONES;

  private static final long SLASHES = '/' * ONES;
  private static final long COLONS = ':' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long AMPERSANDS = '&' * ONES;
  private static final long SPACES = ' ' * ONES;

  private static final long DOUBLE_QUOTES = '"' * ONES;
  private static final long SINGLE_QUOTES = '\'' * ONES;
  private static final long ATS = '@' * ONES;
  private static final long DASHES = '-' * ONES;

  /** An opening parenthesis and a star differ in this bit alone. */
  private static final long PARENTHESES = '(' * ONES;

  private static final long BUT_SECOND_LOWEST = 0xFDFDFDFDFDFDFDFDL;

  /** The smallest byte that is no line break. */
  private static final long PAST_BREAKS = 0x0E * ONES;

  /** The smallest byte that is no space, no quote and no parenthesis. */
  private static final long PAST_PARENTHESES = 0x2A * ONES;

  /** {@code < = > ?} differ in the two lowest bits alone. */
  private static final long SIGNS = '<' * ONES;

  private static final long BUT_LOWEST_TWO = 0xFCFCFCFCFCFCFCFCL;

  private Swar() {}

  static long read(byte[] a, int at) {
    return (long) LONGS.get(a, at);
  }

  /** The first position of a byte in a range, or the end of the range. */
  static int indexOf(byte[] a, int from, int to, byte wanted) {
    long pattern = (wanted & 0xFF) * ONES;
    if (from + 16 <= to) {
      // Most values and texts are short: no loop is made for them.
      long hit = zeros(read(a, from) ^ pattern);
      if (hit != 0) {
        return from + first(hit);
      }
      hit = zeros(read(a, from + 8) ^ pattern);
      if (hit != 0) {
        return from + 8 + first(hit);
      }
      return indexOf(a, from + 16, to, pattern);
    }
    return indexOf(a, from, to, pattern);
  }

  private static int indexOf(byte[] a, int from, int to, long pattern) {
    int at = from;
    for (; at <= to - 8; at += 8) {
      long hit = zeros(read(a, at) ^ pattern);
      if (hit != 0) {
        return at + first(hit);
      }
    }
    return tail(a, at, to, (byte) pattern);
  }

  /** Which byte of a word has the lowest high bit set; 8 where none has. */
  static int first(long highs) {
    return Long.numberOfTrailingZeros(highs) >>> 3;
  }

  /**
   * The high bit of each byte that ends a name of usual letters: controls, space, {@code / < = > ?};
   * exact up to the lowest one.
   */
  static long nameEnds(long word) {
    long slash = word ^ SLASHES;
    long sign = (word ^ SIGNS) & BUT_LOWEST_TWO;
    long ends =
        ((word - PAST_SPACES) & ~word) | ((slash - ONES) & ~slash) | ((sign - ONES) & ~sign);
    return ends & HIGHS;
  }

  /** The first bytes of a word, from 1 to 8, the others zero. */
  static long head(long word, int length) {
    return word & (-1L >>> (64 - (length << 3)));
  }

  private static int tail(byte[] a, int from, int to, byte wanted) {
    int at = from;
    while (at < to && a[at] != wanted) {
      at++;
    }
    return at;
  }

  /** The first position of a byte that ends an attribute's name, or the end of the range. */
  static int nameEnd(byte[] a, int from, int to) {
    int at = from;
    while (at <= to - 8) {
      // Letters have this bit; what does not is looked at one by one.
      long others = ~read(a, at) & SIXTY_FOURS;
      while (others != 0) {
        int other = at + (Long.numberOfTrailingZeros(others) >>> 3);
        if (Ascii.endsAttributeName(a[other])) {
          return other;
        }
        others &= others - 1;
      }
      at += 8;
    }
    while (at < to && !Ascii.endsAttributeName(a[at])) {
      at++;
    }
    return at;
  }

  /**
   * Not zero where a word has two slashes side by side, a colon, a backslash, an ampersand, a control
   * or a byte beyond ASCII, and perhaps where it has none of them.
   */
  static long urlSigns(long word) {
    long slashes = zeros(word ^ SLASHES);
    long others = zeros(word ^ COLONS) | zeros(word ^ BACKSLASHES) | zeros(word ^ AMPERSANDS);
    return (slashes & (slashes >>> 8)) | others | (((word - SPACES) | word) & HIGHS);
  }

  /**
   * The high bit of each byte by which a token of a style sheet is known that may have to do with a
   * URL: quotes, at signs, backslashes, opening parentheses, stars and dashes before dashes; perhaps
   * of others.
   *
   * @param following the word that begins one byte later
   */
  static long cssSigns(long word, long following) {
    return zeros(word ^ DOUBLE_QUOTES)
        | zeros(word ^ SINGLE_QUOTES)
        | zeros(word ^ ATS)
        | zeros(word ^ BACKSLASHES)
        | zeros((word ^ PARENTHESES) & BUT_SECOND_LOWEST)
        | (zeros(word ^ DASHES) & zeros(following ^ DASHES));
  }

  /**
   * Not zero where a word of markup has what every URL of a style has before it: an opening parenthesis,
   * an at sign, two dashes side by side, or a backslash or an ampersand, which may stand for these; and
   * perhaps where it has none of them.
   */
  static long styleSigns(long word) {
    long dashes = zeros(word ^ DASHES);
    return zeros(word ^ ATS)
        | zeros(word ^ BACKSLASHES)
        | zeros(word ^ AMPERSANDS)
        | zeros((word ^ PARENTHESES) & BUT_SECOND_LOWEST)
        | (dashes & (dashes >>> 8));
  }

  /** The high bit of each quote of a kind, backslash and line break, perhaps of others. */
  static long stringSigns(long word, byte quote) {
    return zeros(word ^ (quote * ONES))
        | zeros(word ^ BACKSLASHES)
        | ((word - PAST_BREAKS) & ~word & HIGHS);
  }

  /** The high bit of each space, quote, parenthesis and backslash, perhaps of others. */
  static long addressSigns(long word) {
    return zeros(word ^ BACKSLASHES) | ((word - PAST_PARENTHESES) & ~word & HIGHS);
  }

  /** The high bit of each zero byte; exact for the lowest one, which is the one that is used. */
  static long zeros(long word) {
    return (word - ONES) & ~word & HIGHS;
  }
}
