package io.cookiegate.config;

import java.io.Reader;

/**
 * A text that is read in pieces none of which ends between the two halves of a character. The YAML
 * library fails where a piece that fills its buffer ends there.
 */
final class WholeCharacters extends Reader {
  private final String text;
  private int at;

  WholeCharacters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    if (at == text.length()) {
      return -1;
    }
    int to = Math.min(text.length(), at + length);
    if (to < text.length() && to - at > 1 && Character.isHighSurrogate(text.charAt(to - 1))) {
      to--;
    }
    text.getChars(at, to, buffer, offset);
    int count = to - at;
    at = to;
    return count;
  }

  @Override
  public void close() {}
}
