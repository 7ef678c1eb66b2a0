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
  private static final long PLUSES = '+' * ONES;

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

  /**
   * The high bit of each byte that may make a text another than its bytes: a control, a backslash, a
   * percent sign, a plus sign. Above the lowest one there may be some too many.
   */
  static long special(long word) {
    long controls = (word - CONTROLS) & ~word;
    long backslashes = word ^ BACKSLASHES;
    long percents = word ^ PERCENTS;
    long pluses = word ^ PLUSES;
    long zeros = (backslashes - ONES) & ~backslashes;
    zeros |= (percents - ONES) & ~percents;
    zeros |= (pluses - ONES) & ~pluses;
    return (controls | zeros) & HIGHS;
  }

  /** Whether a control is behind no byte that an address or a word has, and so joins nothing. */
  static boolean isSilent(byte[] a, int from, int at) {
    return a[at] < ' ' && a[at] >= 0 && (at == from || !JOINT[a[at - 1] & 0xff]);
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
