package io.cookiegate.classification;

import java.util.Arrays;

/**
 * The alphabet in which scripts and the literals of inline rules are compared, so that formatting
 * makes no difference: white space is left out, each of the three quotes is the same, and {@link
 * #WORD} marks where a word (an identifier, a keyword, a number) begins. So {@code gtag ("js"} and
 * {@code gtag('js'} are one text, {@code var x} and {@code varx} are two, and {@code ga(} is not
 * found in {@code saga(}.
 */
public final class ScriptSymbols {
  /** Any byte or character beyond ASCII. */
  public static final int BEYOND_ASCII = 128;

  /** The beginning of a word. */
  public static final int WORD = 129;

  static final int COUNT = 130;

  private static final boolean[] IN_WORD = new boolean[256];

  static {
    for (int c = 0; c < 256; c++) {
      IN_WORD[c] = c >= 128 || c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }
  }

  private ScriptSymbols() {}

  /** Whether a byte belongs to a word. */
  public static boolean inWord(int c) {
    return IN_WORD[c];
  }

  /** The symbol of a byte that is not white space. */
  public static int of(int c) {
    if (c >= BEYOND_ASCII) {
      return BEYOND_ASCII;
    }
    return c == '"' || c == '`' ? '\'' : c;
  }

  /** Whether a character is left out: white space and controls. */
  public static boolean isSpace(int c) {
    return c <= ' ' || c == 0x7f;
  }

  /** A literal in this alphabet. */
  static int[] of(String literal) {
    int[] symbols = new int[2 * literal.length()];
    int length = 0;
    boolean word = false;
    for (int i = 0; i < literal.length(); i++) {
      int c = Math.min(literal.charAt(i), BEYOND_ASCII);
      boolean begins = inWord(c) && !word;
      word = inWord(c);
      if (begins) {
        symbols[length++] = WORD;
      }
      if (!isSpace(c)) {
        symbols[length++] = of(c);
      }
    }
    return Arrays.copyOf(symbols, length);
  }
}
