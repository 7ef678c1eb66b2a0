package io.cookiegate.html;

import java.nio.charset.StandardCharsets;

/** A judge that removes what loads from one host, and inline scripts with one word. */
final class TrackerJudge implements TagHandler, TextHandler {
  private static final byte[] HOST = "tracker.example".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WORD = "TrackerObject".getBytes(StandardCharsets.US_ASCII);
  private boolean found;

  @Override
  public void startTag(StartTag tag) {
    switch (tag.element()) {
      case SCRIPT -> script(tag);
      case IMG, IFRAME, SOURCE, VIDEO, AUDIO, EMBED -> judge(tag, tag.indexOf(Attribute.SRC));
      case LINK -> judge(tag, tag.indexOf(Attribute.HREF));
      default -> {}
    }
  }

  private void script(StartTag tag) {
    int src = tag.indexOf(Attribute.SRC);
    if (src >= 0) {
      judge(tag, src);
    } else {
      found = false;
      tag.captureText(this);
    }
  }

  private static void judge(StartTag tag, int url) {
    if (url >= 0 && contains(tag.array(), tag.valueFrom(url), tag.valueTo(url), HOST)) {
      tag.remove();
    }
  }

  private static boolean contains(byte[] a, int from, int to, byte[] word) {
    int at = Swar.indexOf(a, from, to, word[0]);
    while (at <= to - word.length) {
      if (java.util.Arrays.equals(a, at, at + word.length, word, 0, word.length)) {
        return true;
      }
      at = Swar.indexOf(a, at + 1, to, word[0]);
    }
    return false;
  }

  @Override
  public Reading text(byte[] array, int from, int to) {
    found |= contains(array, from, to, WORD);
    return Reading.GO_ON;
  }

  @Override
  public TextVerdict end() {
    return found ? TextVerdict.REMOVE : TextVerdict.KEEP;
  }
}
