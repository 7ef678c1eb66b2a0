package io.cookiegate.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldTextTest {
  private static final HtmlLimits TIGHT = new HtmlLimits(64, 64, 8);

  /** A judge that answers what it is told to. */
  private static final class Answer implements TagHandler, TextHandler {
    private final StringBuilder text = new StringBuilder();
    private final List<CloseReason> closed = new ArrayList<>();
    private final Overflow overflow;
    private final String condemned;
    private final TextVerdict verdict;

    Answer(Overflow overflow, String condemned, TextVerdict verdict) {
      this.overflow = overflow;
      this.condemned = condemned;
      this.verdict = verdict;
    }

    @Override
    public void startTag(StartTag tag) {
      if (tag.element() == Element.SCRIPT) {
        tag.captureText(this);
      }
    }

    @Override
    public Reading text(byte[] array, int from, int to) {
      text.append(Gate.latin(array, from, to));
      return text.indexOf(condemned) >= 0 ? Reading.CONDEMN : Reading.GO_ON;
    }

    @Override
    public TextVerdict end() {
      return verdict;
    }

    @Override
    public Overflow overflow() {
      return overflow;
    }

    @Override
    public void closed(CloseReason reason) {
      closed.add(reason);
    }
  }

  private static void check(String page, String expected, TextVerdict verdict) {
    check(page, expected, TextHandler.Overflow.REMOVE, verdict);
  }

  private static void check(
      String page, String expected, TextHandler.Overflow overflow, TextVerdict verdict) {
    for (int piece = 1; piece <= page.length(); piece++) {
      Answer answer = new Answer(overflow, "evil", verdict);
      assertEquals(expected, Page.rewrite(page, piece, answer, TIGHT), "piece " + piece);
    }
  }

  @Test
  void aTextIsKeptRemovedOrReplaced() {
    String page = "a<script x>one</script >b";
    check(page, page, TextVerdict.KEEP);
    check(page, "ab", TextVerdict.REMOVE);
    check(page, "a<script x>two</script >b", TextVerdict.replaceText("two".getBytes(ISO_8859_1)));
    check(page, "a<hr>b", TextVerdict.replaceElement("<hr>".getBytes(ISO_8859_1)));
  }

  @Test
  void aCondemnedTextIsRemoved() {
    check("a<script>one evil two</script>b", "ab", TextVerdict.KEEP);
    check("a<script>" + "x".repeat(60) + "evil</script>b", "ab", TextVerdict.KEEP);
  }

  @Test
  void aTextTooLongIsRemovedOrStreamed() {
    String page = "a<script>" + "x".repeat(65) + "</script>b";
    check(page, "ab", TextHandler.Overflow.REMOVE, TextVerdict.KEEP);
    check(page, page, TextHandler.Overflow.STREAM, TextVerdict.KEEP);
    String most = "a<script>" + "x".repeat(56) + "</script>b";
    check(most, most, TextHandler.Overflow.REMOVE, TextVerdict.KEEP);
  }

  @Test
  void aTextThatIsJudgedWholeIsShownOnceMore() {
    for (int length : new int[] {0, 1, 55, 56, 57, 100}) {
      String text = "<!-- <b>x</b>".repeat(20).substring(0, length);
      String page = "a<p b=c><script x>" + text + "</script>b";
      for (int piece = 1; piece <= page.length(); piece++) {
        Whole whole = new Whole();
        assertEquals(page, Page.rewrite(page, piece, whole, TIGHT), "piece " + piece);
        String seen = text.substring(0, Math.min(54, length));
        assertEquals(seen, whole.seen, "piece " + piece + " of " + length);
        assertEquals(length > 54, whole.overflowed);
      }
    }
  }

  /** Keeps what it is shown at the end, or where the text is too long. */
  private static final class Whole implements TagHandler, TextHandler {
    private String seen = "";
    private boolean overflowed;

    @Override
    public void startTag(StartTag tag) {
      if (tag.element() == Element.SCRIPT) {
        tag.captureText(this);
      }
    }

    @Override
    public boolean judgesWhole() {
      return true;
    }

    @Override
    public Reading text(byte[] array, int from, int to) {
      return Reading.GO_ON;
    }

    @Override
    public TextVerdict end(byte[] array, int from, int to) {
      seen = Gate.latin(array, from, to);
      return TextVerdict.KEEP;
    }

    @Override
    public TextVerdict end() {
      return TextVerdict.KEEP;
    }

    @Override
    public Overflow overflow(byte[] array, int from, int to) {
      seen = Gate.latin(array, from, to);
      overflowed = true;
      return Overflow.STREAM;
    }
  }

  @Test
  void aStreamedTextIsPoisonedBeforeItsEndTag() {
    String text = "x".repeat(100);
    String poisoned = "a<script>" + text + "evil y\n*/\n!</script>b";
    check(
        "a<script>" + text + "evil y</script>b",
        poisoned,
        TextHandler.Overflow.STREAM,
        TextVerdict.KEEP);
    check(
        "a<script>" + text + "</script>b",
        "a<script>" + text + "\n*/\n!</script>b",
        TextHandler.Overflow.STREAM,
        TextVerdict.REMOVE);
    check(poisoned, poisoned, TextHandler.Overflow.STREAM, TextVerdict.KEEP);
    String twice = "a<script>" + text + "evil\n*/\n*/\n!</script>b";
    check(twice, twice, TextHandler.Overflow.STREAM, TextVerdict.KEEP);
    check(
        "a<script>" + text + "evil y\n*/\n</script>b",
        "a<script>" + text + "evil y\n*/\n\n*/\n!</script>b",
        TextHandler.Overflow.STREAM,
        TextVerdict.KEEP);
    check(
        "a<script>" + text,
        "a<script>" + text + "\n*/\n!",
        TextHandler.Overflow.STREAM,
        TextVerdict.REMOVE);
  }

  @Test
  void aTextWithoutAnEndIsJudgedAtTheEndOfThePage() {
    check("a<script>one</scr", "a<script>one</scr", TextVerdict.KEEP);
    check("a<script>one</scr", "a", TextVerdict.REMOVE);
    check("a<script>one</script x", "a", TextVerdict.REMOVE);
    check("a<script>evil", "a", TextVerdict.KEEP);
  }

  @Test
  void anSvgScriptIsNeverStreamed() {
    String page = "a<svg><script>" + "x".repeat(65) + "</script></svg>b";
    check(page, "a<svg></svg>b", TextHandler.Overflow.STREAM, TextVerdict.KEEP);
    String small = "a<svg><script><![CDATA[x<b>]]></script></svg>b";
    check(small, small, TextVerdict.KEEP);
    check(small.replace("x<", "evil<"), "a<svg></svg>b", TextVerdict.KEEP);
    check(small.replace("<b>", "</script>"), "a<svg>]]></svg>b", TextVerdict.KEEP);
  }

  @Test
  void aChangedTagIsHeldAsChanged() {
    TagHandler handler =
        tag -> {
          tag.removeAttribute(0);
          tag.captureText(
              new Answer(
                  TextHandler.Overflow.REMOVE, "evil", TextVerdict.replaceText(new byte[] {'y'})));
        };
    for (int piece = 1; piece < 20; piece++) {
      assertEquals(
          "<script  b>y</script>", Page.rewrite("<script a=1 b>x</script>", piece, handler, TIGHT));
    }
  }
}
