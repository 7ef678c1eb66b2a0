package io.cookiegate.classification;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The bytes of scripts by kind, and eight at a time. */
final class SieveBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long CONTROLS = 0x0e * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long PERCENTS = '%' * ONES;
  private static final long AMPERSANDS = '&' * ONES;
  private static final long NUMBERS = '#' * ONES;
  private static final long PLUSES = '+' * ONES;
  private static final long DOLLARS = '$' * ONES;
  private static final long OPENINGS = '{' * ONES;
  private static final long CLOSINGS = '}' * ONES;
  private static final long CASES = 0x40 * ONES;
  private static final long KANA = 0xe3e3e3e3e3e3e3e3L;
  private static final long MOST = 0x7f * ONES;

  /** Gathers the lowest bits of eight bytes in the highest byte. */
  private static final long GATHER = 0x0102040810204080L;

  /** Makes one of what differs by case only, and of some other pairs. */
  static final long FOLDS = 0x20 * ONES;

  private static final boolean[] IN_HOST = new boolean[256];
  private static final boolean[] JOINT = new boolean[256];

  static {
    for (int c = 0; c < 256; c++) {
      JOINT[c] = c == '-' || c == '.' || ScriptSymbols.inWord(c);
      IN_HOST[c] = JOINT[c] && c != '$';
    }
  }

  private SieveBytes() {}

  static long read(byte[] a, int at) {
    return (long) LONGS.get(a, at);
  }

  /** A bit for each byte, from the lowest on: whether it is a letter of ASCII or a low line (or DEL). */
  static long letters(long word) {
    long c = (word & MOST) | FOLDS;
    long is = letterFrom(c) ^ c + ONES;
    return highs(is);
  }

  /** A bit for each byte, from the lowest on: its highest one. */
  static long highs(long word) {
    return (((word >>> 7) & ONES) * GATHER) >>> 56;
  }

  /** The high bit of each byte of ASCII that is a letter, case folded; other bits mean nothing. */
  private static long letterFrom(long c) {
    return c + (0x80 - 'a') * ONES ^ c + (0x80 - '{') * ONES;
  }

  /**
   * The high bit of each byte that may make a text another than its bytes: a control, a backslash, a
   * percent sign, a plus sign, an ampersand, one beyond ASCII. Above the lowest one there may be some
   * too many.
   */
  static long special(long word) {
    long others = (word ^ BACKSLASHES) - ONES | (word ^ PERCENTS) - ONES | (word ^ PLUSES) - ONES;
    others |= (word ^ AMPERSANDS) - ONES;
    return (word - CONTROLS | word + ONES | others | word) & HIGHS;
  }

  /**
   * The special bytes without some of those that make nothing another where they stand: most controls
   * that are behind what no address has, plus signs before a letter, ampersands before none, kana, and
   * all but the first of the bytes of a character.
   *
   * @param before the bytes that stand before those of the word
   * @param after the bytes that stand after those of the word
   */
  static long joints(long word, long before, long after) {
    long special = special(word) & ~(word & (~(word << 1) | plain(word)));
    return special == 0 ? 0 : special & ~idle(word, before, after);
  }

  private static long idle(long word, long before, long after) {
    long letters = letterFrom((after & MOST) | FOLDS) & ~after;
    long controls = silent(word, before) | (is(word, PLUSES) & letters) | kana(word, after);
    return controls | (is(word, AMPERSANDS) & ~(letters | is(after, NUMBERS)));
  }

  /** The high bit of each byte beyond ASCII that begins a Greek or Cyrillic letter or an ideograph. */
  private static long plain(long word) {
    long c = word & MOST;
    long twoBytes = c + (0x80 - 0x4e) * ONES ^ c + (0x80 - 0x60) * ONES;
    return twoBytes | (c + (0x80 - 0x64) * ONES ^ c + (0x80 - 0x6a) * ONES);
  }

  /** The high bit of each byte that begins a letter of Hiragana or Katakana, whose second one is next. */
  private static long kana(long word, long after) {
    long c = after & MOST;
    return is(word, KANA) & after & (c + 0x7f * ONES ^ c + 0x7c * ONES);
  }

  static boolean isBeyondAscii(long word) {
    return (word & HIGHS) != 0;
  }

  /** The high bit of each byte that has it. */
  static long beyondAscii(long word) {
    return word & HIGHS;
  }

  /** The high bit of each byte that is one; other bits mean nothing. */
  private static long is(long word, long one) {
    long others = word ^ one;
    return ~((others & MOST) + MOST | others);
  }

  /**
   * The high bit of each control behind a byte that no address and no word has, so that it joins
   * nothing; not of all of them.
   *
   * @param before the bytes that stand before those of the word
   */
  private static long silent(long word, long before) {
    long controls = (word - CONTROLS) & ~word;
    long low = before & ~HIGHS;
    // A sum has its high bit where the two differ, or where the one is at least the other.
    long joints = low + (0x80 - '-') * ONES | ~((low ^ DOLLARS) + MOST);
    joints &= ((low | CASES) ^ OPENINGS) + MOST;
    joints &= (low ^ CLOSINGS) + MOST;
    return controls & ~(joints | before) & HIGHS;
  }

  /** Whether a byte belongs to a host where it stands in one. */
  static boolean isInHost(byte b) {
    return IN_HOST[b & 0xff];
  }

  /** Whether a byte belongs to a host or to a word. */
  static boolean isJoint(int c) {
    return JOINT[c & 0xff];
  }

  static boolean isWord(byte b) {
    return ScriptSymbols.inWord(b & 0xff);
  }

  static boolean isSpace(byte b) {
    return b >= 0 && ScriptSymbols.isSpace(b);
  }

  /** The first position whose byte is not left out as white space, or the end. */
  static int skipSpace(byte[] a, int from, int to) {
    int at = from;
    while (at < to && isSpace(a[at])) {
      at++;
    }
    return at;
  }

  static boolean isQuote(byte b) {
    return b == '\'' || b == '"' || b == '`';
  }
}
