package io.cookiegate.wording;

/** Text as ASCII markup, which reads the same in every character encoding a page may have. */
public final class AsciiMarkup {
  private AsciiMarkup() {}

  /** The text with character references for all that is not plain, in content and attributes. */
  public static String escaped(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    return plain == text.length() ? text : escape(text);
  }

  private static String escape(String text) {
    StringBuilder markup = new StringBuilder(text.length() + text.length() / 2);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        markup.append(c);
      } else {
        int point = text.codePointAt(i);
        append(markup, point, false);
        i += Character.charCount(point) - 1;
      }
    }
    return markup.toString();
  }

  /** Markup with character references for all that is not ASCII. */
  static String ofMarkup(String text) {
    StringBuilder markup = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(markup, c, c < 0x80));
    return markup.toString();
  }

  private static boolean isPlain(int c) {
    return c >= 0x20 && c <= 0x7E && c != '<' && c != '>' && c != '&' && c != '"' && c != '\'';
  }

  private static void append(StringBuilder markup, int c, boolean plain) {
    if (plain) {
      markup.append((char) c);
    } else {
      markup.append("&#").append(c).append(';');
    }
  }
}
