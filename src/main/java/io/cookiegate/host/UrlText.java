package io.cookiegate.host;

/** The text of a URL before it is parsed, and where its parts end. */
final class UrlText {
  private UrlText() {}

  /** The text without what the parser skips: C0 controls and spaces around, tabs and newlines anywhere. */
  static String clean(String input) {
    int from = 0;
    int to = input.length();
    while (from < to && input.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && input.charAt(to - 1) <= ' ') {
      to--;
    }
    return scalar(input.substring(from, to));
  }

  private static String scalar(String text) {
    StringBuilder cleaned = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != '\t' && c != '\n' && c != '\r')
        .forEach(c -> append(cleaned, c));
    return cleaned.toString();
  }

  /** A lone surrogate is the replacement character to a browser. */
  private static void append(StringBuilder cleaned, int point) {
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    cleaned.appendCodePoint(surrogate ? 0xFFFD : point);
  }

  /** The colon that ends the scheme, or -1 where the text has none. */
  static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      if (!isLetter(c) && (i == 0 || !isOtherInScheme(c))) {
        return -1;
      }
    }
    return -1;
  }

  /** Where the authority at the start of the text ends. */
  static int authorityEnd(String text, boolean special) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == '?' || c == '#' || (c == '\\' && special)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isOtherInScheme(char c) {
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  }
}
