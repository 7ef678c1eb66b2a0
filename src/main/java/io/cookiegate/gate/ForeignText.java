package io.cookiegate.gate;

import io.cookiegate.html.CharacterReferences;

/**
 * What a script or a style sheet inside svg or math says: its text is markup, so comments in it are
 * nothing, CDATA sections are text, and character references stand for characters. Reusable.
 */
final class ForeignText {
  private static final byte[] CDATA = ascii("<![CDATA[");
  private static final byte[] CDATA_END = ascii("]]>");
  private static final byte[] COMMENT = ascii("<!--");

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private final CharacterReferences references = new CharacterReferences();
  private final Scratch plain = new Scratch();
  private final Scratch decoded = new Scratch();
  private byte[] array = Bytes.NONE;
  private int from;
  private int to;

  /** Whether none was found up to the end, so that it is not looked for again. */
  private boolean noTagEnd;

  private boolean noCommentEnd;

  /** Reads a text; where no markup is in it, in place. */
  ForeignText read(byte[] a, int textFrom, int textTo) {
    array = a;
    from = textFrom;
    to = textTo;
    if (isMarkup(a, from, to)) {
      strip(a);
      decode();
    }
    return this;
  }

  private static boolean isMarkup(byte[] a, int from, int to) {
    return AsciiText.indexOf(a, from, to, '&') < to
        || AsciiText.indexOf(a, from, to, '<') < to
        || AsciiText.indexOf(a, from, to, ']') < to;
  }

  private void strip(byte[] a) {
    byte[] text = plain.ofLength(to - from);
    noTagEnd = false;
    noCommentEnd = false;
    int length = 0;
    int at = from;
    while (at < to) {
      int after = afterAside(a, at);
      if (after == at) {
        text[length++] = a[at++];
      } else {
        at = after;
      }
    }
    array = text;
    from = 0;
    to = length;
  }

  /** Past a comment, a tag, or the beginning or end of a CDATA section; the position itself if none. */
  private int afterAside(byte[] a, int at) {
    if (a[at] == ']') {
      return is(a, at, CDATA_END) ? at + CDATA_END.length : at;
    }
    if (a[at] != '<' || at + 1 == to) {
      return at;
    }
    if (is(a, at, CDATA)) {
      return at + CDATA.length;
    }
    boolean aside = a[at + 1] == '!' || a[at + 1] == '?' || a[at + 1] == '/';
    return is(a, at, COMMENT) ? afterComment(a, at) : aside ? afterTag(a, at) : at;
  }

  private int afterTag(byte[] a, int at) {
    int greater = noTagEnd ? to : AsciiText.indexOf(a, at, to, '>');
    noTagEnd = greater == to;
    return noTagEnd ? at : greater + 1;
  }

  private int afterComment(byte[] a, int at) {
    int first = at + COMMENT.length;
    for (int i = first; i < to && !noCommentEnd; i++) {
      if (a[i] == '>' && endsComment(a, first, i)) {
        return i + 1;
      }
    }
    noCommentEnd = true;
    return at;
  }

  private static boolean endsComment(byte[] a, int first, int greater) {
    int inside = greater - first;
    boolean early = inside == 0 || (inside == 1 && a[first] == '-');
    boolean dashes = inside >= 2 && a[greater - 1] == '-' && a[greater - 2] == '-';
    return early || dashes || (inside >= 3 && endsWithBang(a, greater));
  }

  private static boolean endsWithBang(byte[] a, int greater) {
    return a[greater - 1] == '!' && a[greater - 2] == '-' && a[greater - 3] == '-';
  }

  private boolean is(byte[] a, int at, byte[] literal) {
    return java.util.Arrays.equals(
        a, at, Math.min(to, at + literal.length), literal, 0, literal.length);
  }

  private void decode() {
    if (AsciiText.indexOf(array, from, to, '&') < to) {
      byte[] text = decoded.ofLength(CharacterReferences.bound(to - from));
      to = references.decode(array, from, to, text, true);
      array = text;
      from = 0;
    }
  }

  byte[] array() {
    return array;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Lets go of the text. */
  void rest() {
    array = Bytes.NONE;
    plain.rest();
    decoded.rest();
  }
}
