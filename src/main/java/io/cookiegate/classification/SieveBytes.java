package io.cookiegate.classification;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The bytes of scripts by kind, and eight at a time. */
final class SieveBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long CONTROLS = 0x0e * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long PERCENTS = '%' * ONES;
  private static final long PLUSES = '+' * ONES;
  private static final long DOLLARS = '$' * ONES;
  private static final long OPENINGS = '{' * ONES;
  private static final long CLOSINGS = '}' * ONES;
  private static final long CASES = 0x40 * ONES;
  private static final long MOST = 0x7f * ONES;

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

  static int readInt(byte[] a, int at) {
    return (int) INTS.get(a, at);
  }

  /**
   * The high bit of each byte that may make a text another than its bytes: a control, a backslash, a
   * percent sign, a plus sign. Above the lowest one there may be some too many.
   */
  static long special(long word) {
    long others = (word ^ BACKSLASHES) - ONES | (word ^ PERCENTS) - ONES | (word ^ PLUSES) - ONES;
    return (word - CONTROLS | others) & ~word & HIGHS;
  }

  /**
   * The high bit of each control behind a byte that no address and no word has, so that it joins
   * nothing; not of all of them.
   *
   * @param before the bytes that stand before those of the word
   */
  static long silent(long word, long before) {
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

  static boolean isQuote(byte b) {
    return b == '\'' || b == '"' || b == '`';
  }
}
