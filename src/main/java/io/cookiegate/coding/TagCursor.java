package io.cookiegate.coding;

/**
 * A place in the first bytes of a page, moving over tags to find the one that declares a charset.
 */
final class TagCursor {
  static final int NOTHING = -1;

  private final byte[] page;
  private final int end;
  private int at;
  private String name = "";
  private String value = "";

  TagCursor(byte[] page, int length) {
    this.page = page;
    this.end = length;
  }

  /** The byte {@code offset} further, or {@link #NOTHING} behind the last. */
  int peek(int offset) {
    int i = at + offset;
    return i < end ? page[i] & 0xff : NOTHING;
  }

  int position() {
    return at;
  }

  boolean ended() {
    return at >= end;
  }

  void move(int bytes) {
    at += bytes;
  }

  /** Whether these lower-case ASCII characters are next, in any case. */
  boolean sees(String lower) {
    for (int i = 0; i < lower.length(); i++) {
      if (Ascii.lower(peek(i)) != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Moves behind the next such bytes, or to the end. */
  void moveBehind(String lower) {
    while (!ended() && !sees(lower)) {
      at++;
    }
    at += lower.length();
  }

  /** Reads a tag's name, up to white space, a slash or the tag's end. */
  String tagName() {
    StringBuilder tag = new StringBuilder();
    for (int c = peek(0); c != NOTHING && !Ascii.isSpace(c) && c != '/' && c != '>'; c = peek(0)) {
      tag.append((char) Ascii.lower(c));
      at++;
    }
    return tag.toString();
  }

  /**
   * Reads an attribute as the prescan does (WHATWG HTML 13.2.3.2, "get an attribute"), which is as
   * the tokenizer does.
   *
   * @return whether there was one; without, the cursor stands at the tag's {@code >} or at the end
   */
  boolean nextAttribute() {
    while (Ascii.isSpace(peek(0)) || peek(0) == '/') {
      at++;
    }
    if (peek(0) == '>' || ended()) {
      return false;
    }
    name = attributeName();
    value = "";
    skipSpaces();
    if (peek(0) == '=') {
      at++;
      skipSpaces();
      value = attributeValue();
    }
    return true;
  }

  String name() {
    return name;
  }

  String value() {
    return value;
  }

  private String attributeName() {
    StringBuilder read = new StringBuilder();
    for (int c = peek(0);
        c != NOTHING && !Ascii.isSpace(c) && c != '/' && c != '>' && (c != '=' || read.isEmpty());
        c = peek(0)) {
      read.append((char) Ascii.lower(c));
      at++;
    }
    return read.toString();
  }

  private String attributeValue() {
    int quote = peek(0);
    if (quote != '"' && quote != '\'') {
      return valueUpTo(NOTHING);
    }
    at++;
    String read = valueUpTo(quote);
    at++;
    return read;
  }

  private String valueUpTo(int quote) {
    StringBuilder read = new StringBuilder();
    for (int c = peek(0); c != NOTHING && !endsValue(c, quote); c = peek(0)) {
      read.append((char) Ascii.lower(c));
      at++;
    }
    return read.toString();
  }

  private static boolean endsValue(int c, int quote) {
    return quote == NOTHING ? Ascii.isSpace(c) || c == '>' : c == quote;
  }

  private void skipSpaces() {
    while (Ascii.isSpace(peek(0))) {
      at++;
    }
  }
}
