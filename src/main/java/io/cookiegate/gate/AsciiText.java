package io.cookiegate.gate;

/** ASCII text in ranges of bytes, read without making a String of it. */
final class AsciiText {
  private AsciiText() {}

  /** White space as HTML has it. */
  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
  }

  /** Whether a range is a text given in lower case, without regard to case. */
  static boolean is(byte[] a, int from, int to, String lowerCase) {
    return to - from == lowerCase.length() && startsWith(a, from, to, lowerCase);
  }

  /** The same of the end of a text, without its first characters. */
  static boolean is(byte[] a, int from, int to, String lowerCase, int skipped) {
    boolean same = to - from == lowerCase.length() - skipped;
    for (int i = 0; i < to - from && same; i++) {
      same = lower(a[from + i]) == lowerCase.charAt(skipped + i);
    }
    return same;
  }

  static boolean startsWith(byte[] a, int from, int to, String lowerCase) {
    if (to - from < lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (lower(a[from + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean endsWith(byte[] a, int from, int to, String lowerCase) {
    return startsWith(a, Math.max(from, to - lowerCase.length()), to, lowerCase);
  }

  /** The first place of a byte, or the end. */
  static int indexOf(byte[] a, int from, int to, int wanted) {
    int i = from;
    while (i < to && a[i] != wanted) {
      i++;
    }
    return i;
  }

  static int skipSpace(byte[] a, int from, int to) {
    int i = from;
    while (i < to && isSpace(a[i])) {
      i++;
    }
    return i;
  }

  static int skipWord(byte[] a, int from, int to) {
    int i = from;
    while (i < to && !isSpace(a[i])) {
      i++;
    }
    return i;
  }

  static int trimEnd(byte[] a, int from, int to) {
    int i = to;
    while (i > from && isSpace(a[i - 1])) {
      i--;
    }
    return i;
  }
}
