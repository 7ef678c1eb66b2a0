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
    int done = 0;
    int at = 0;
    while (at < text.length()) {
      if (isPlain(text.charAt(at))) {
        at++;
      } else {
        int point = text.codePointAt(at);
        append(markup.append(text, done, at), point, false);
        at += Character.charCount(point);
        done = at;
      }
    }
    return markup.append(text, done, at).toString();
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
