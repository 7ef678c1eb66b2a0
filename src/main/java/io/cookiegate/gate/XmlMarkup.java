package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Markup of ours in a document of XML: each of its outermost elements says that it is XHTML, because
 * what the document's names mean where it stands is the document's own affair.
 */
final class XmlMarkup {
  private static final byte[] XMLNS = " xmlns=\"http://www.w3.org/1999/xhtml\"".getBytes(US_ASCII);

  private final byte[] markup;
  private final Bytes out = new Bytes();
  private int depth;
  private int sent;

  private XmlMarkup(byte[] markup) {
    this.markup = markup;
  }

  /** Well-formed markup without instructions and sections, whose elements have no prefix. */
  static byte[] inXhtml(byte[] markup) {
    return new XmlMarkup(markup).read();
  }

  private byte[] read() {
    int at = AsciiText.indexOf(markup, 0, markup.length, '<');
    while (at < markup.length) {
      int to = isComment(at) ? commentTo(at) : tag(at);
      at = AsciiText.indexOf(markup, to, markup.length, '<');
    }
    out.add(markup, sent, markup.length);
    return out.copy();
  }

  private int tag(int at) {
    boolean end = markup[at + 1] == '/';
    int nameTo = nameTo(at + 1);
    int last = last(nameTo);
    if (!end && depth == 0) {
      out.add(markup, sent, nameTo);
      out.add(XMLNS);
      sent = nameTo;
    }
    boolean empty = markup[last - 1] == '/';
    depth += end ? -1 : empty ? 0 : 1;
    return last;
  }

  private boolean isComment(int at) {
    return markup[at + 1] == '!';
  }

  private int commentTo(int at) {
    int to = at + "<!--".length();
    while (markup[to] != '>' || markup[to - 1] != '-' || markup[to - 2] != '-') {
      to++;
    }
    return to;
  }

  private int nameTo(int from) {
    int to = from;
    while (to < markup.length && markup[to] > ' ' && markup[to] != '>' && !endsEmpty(to)) {
      to++;
    }
    return to;
  }

  private boolean endsEmpty(int i) {
    return markup[i] == '/' && i + 1 < markup.length && markup[i + 1] == '>';
  }

  /** The position of the greater-than sign that ends a tag, which is not one inside quotes. */
  private int last(int from) {
    int i = from;
    while (i < markup.length - 1 && markup[i] != '>') {
      boolean quote = markup[i] == '"' || markup[i] == '\'';
      i = quote ? AsciiText.indexOf(markup, i + 1, markup.length, (char) markup[i]) + 1 : i + 1;
    }
    return Math.min(i, markup.length - 1);
  }
}
