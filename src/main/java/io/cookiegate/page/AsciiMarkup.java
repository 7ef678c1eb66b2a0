package io.cookiegate.page;

/** Text as ASCII markup, which reads the same in every character encoding a page may have. */
final class AsciiMarkup {
  private AsciiMarkup() {}

  /** The text with character references for all that is not plain, in content and attributes. */
  static String escaped(String text) {
    StringBuilder markup = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x20 || c > 0x7E || c == '<' || c == '>' || c == '&' || c == '"'
                  || c == '\'') {
                markup.append("&#").append(c).append(';');
              } else {
                markup.append((char) c);
              }
            });
    return markup.toString();
  }
}
