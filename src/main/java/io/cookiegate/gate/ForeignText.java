package io.cookiegate.gate;

import io.cookiegate.html.CharacterReferences;
import io.cookiegate.html.Syntax;
import java.util.Arrays;

/**
 * What a script or a style sheet inside svg or math, or anywhere in XML, says: its text is markup, so
 * comments in it are nothing, CDATA sections are text as they stand, and elsewhere character
 * references stand for characters. Reusable.
 */
final class ForeignText {
  private static final byte[] CDATA = ascii("<![CDATA[");
  private static final byte[] CDATA_END = ascii("]]>");
  private static final byte[] COMMENT = ascii("<!--");

  /** What is left over where references are resolved piece by piece. */
  private static final int SLACK = 8;

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private final CharacterReferences references = new CharacterReferences();
  private final Scratch plain = new Scratch();
  private byte[] array = Bytes.NONE;
  private int from;
  private int to;
  private int length;
  private boolean xml;

  /** Whether none was found up to the end, so that it is not looked for again. */
  private boolean noTagEnd;

  private boolean noCommentEnd;

  /** Reads a text; where no markup is in it, in place. */
  ForeignText read(byte[] a, int textFrom, int textTo, Syntax syntax) {
    array = a;
    from = textFrom;
    to = textTo;
    xml = syntax == Syntax.XML;
    if (isMarkup(a, from, to)) {
      strip(a);
    }
    return this;
  }

  private static boolean isMarkup(byte[] a, int from, int to) {
    return AsciiText.indexOf(a, from, to, '&') < to || AsciiText.indexOf(a, from, to, '<') < to;
  }

  private void strip(byte[] a) {
    byte[] text = plain.ofLength(CharacterReferences.bound(to - from) + SLACK);
    noTagEnd = false;
    noCommentEnd = false;
    length = 0;
    int at = from;
    while (at < to) {
      int less = AsciiText.indexOf(a, at, to, '<');
      length = references.decodeText(a, at, less, text, length);
      at = less < to ? aside(a, less, text) : to;
    }
    array = text;
    from = 0;
    to = length;
  }

  /** Takes what begins with a less-than sign; returns the position after it. */
  private int aside(byte[] a, int at, byte[] text) {
    if (is(a, at, CDATA)) {
      return section(a, at + CDATA.length, text);
    }
    int after = at + 1 == to ? at : afterAside(a, at);
    if (after > at) {
      return after;
    }
    text[length++] = '<';
    return at + 1;
  }

  /** The text of a CDATA section stands for itself. */
  private int section(byte[] a, int first, byte[] text) {
    int end = first;
    while (end < to && !is(a, end, CDATA_END)) {
      end++;
    }
    System.arraycopy(a, first, text, length, end - first);
    length += end - first;
    return Math.min(to, end + CDATA_END.length);
  }

  /** Past a comment or what is one to the tokenizer; the position itself if there is none. */
  private int afterAside(byte[] a, int at) {
    if (is(a, at, COMMENT)) {
      return afterComment(a, at);
    }
    return switch (a[at + 1]) {
      case '?' -> afterInstruction(a, at);
      case '!', '/' -> afterTag(a, at, at);
      default -> at;
    };
  }

  private int afterTag(byte[] a, int at, int first) {
    int greater = noTagEnd ? to : AsciiText.indexOf(a, first, to, '>');
    noTagEnd = greater == to;
    return noTagEnd ? at : greater + 1;
  }

  /** In XML an instruction ends at a question mark and a greater-than sign, in HTML at the latter. */
  private int afterInstruction(byte[] a, int at) {
    int after = afterTag(a, at, at + 2);
    while (xml && after > at && (a[after - 2] != '?' || after < at + 4)) {
      after = afterTag(a, at, after);
    }
    return after;
  }

  private int afterComment(byte[] a, int at) {
    int first = at + COMMENT.length;
    for (int i = first; i < to && !noCommentEnd; i++) {
      if (a[i] == '>' && (xml ? endsStrictly(a, first, i) : endsComment(a, first, i))) {
        return i + 1;
      }
    }
    noCommentEnd = true;
    return at;
  }

  private static boolean endsStrictly(byte[] a, int first, int greater) {
    return greater - first >= 2 && a[greater - 1] == '-' && a[greater - 2] == '-';
  }

  private static boolean endsComment(byte[] a, int first, int greater) {
    int inside = greater - first;
    boolean early = inside == 0 || (inside == 1 && a[first] == '-');
    return early || endsStrictly(a, first, greater) || (inside >= 3 && endsWithBang(a, greater));
  }

  private static boolean endsWithBang(byte[] a, int greater) {
    return a[greater - 1] == '!' && a[greater - 2] == '-' && a[greater - 3] == '-';
  }

  private boolean is(byte[] a, int at, byte[] literal) {
    return Arrays.equals(a, at, Math.min(to, at + literal.length), literal, 0, literal.length);
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
  }
}
