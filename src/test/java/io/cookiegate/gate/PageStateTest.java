package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a page on its way keeps in the heap between two pieces of it, in its worst states: everything
 * that can be reached from its rewriter, and neither from its plan, which has the rules, nor from the
 * rewriter of another page in the same state.
 */
class PageStateTest {
  private static final int TAG = 16 << 10;
  private static final int HELD = 32 << 10;
  private static final int MOST = 64 << 10;

  /** A page up to its worst place. */
  record State(String name, String type, String page) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String ATTRIBUTES = ("a=" + "b".repeat(28) + " ").repeat(TAG / 32 - 2);
  private static final String FULL_SCRIPT =
      "<script>" + "{[(".repeat(340) + "x".repeat(HELD - 1100);

  /** A script that is streamed, within a string that is read in each of three ways. */
  private static final String READ_THRICE =
      FULL_SCRIPT + "x".repeat(2000) + "'url(//a\\nb//\\\\61" + "c".repeat(400);

  /** A script that is streamed, of which a part is kept that is not whole. */
  private static final String PART_KEPT = FULL_SCRIPT + "x".repeat(HELD / 4 - 50);

  private static final String LONG_END = "</script " + "a=b ".repeat(60);

  /** Everything that a page can do to the places that are used again. */
  private static final String USED =
      "<p a=\""
          + "x".repeat(TAG - 20)
          + "\">"
          + "<p "
          + ATTRIBUTES
          + ">"
          + "<img src=\"/"
          + "&amp;".repeat(TAG / 5 - 20)
          + "\">"
          + "<img src=\"//"
          + "é".repeat(TAG / 2)
          + "/%41\">"
          + "<img srcset=\""
          + "a,&#32;b ".repeat(TAG / 9 - 20)
          + "\">"
          + "<a href=\"javascript:"
          + "%41".repeat(TAG / 3 - 20)
          + "\">"
          + "<p style=\"--x:"
          + "'\\41 '".repeat(TAG / 6 - 20)
          + "\">"
          + "<p style=\""
          + "url(a)".repeat(TAG / 6 - 20)
          + "\">"
          + "<p onclick=\""
          + "'\\x41'+".repeat(TAG / 7 - 20)
          + "\">"
          + "<meta http-equiv=refresh content=\"0;url="
          + "&amp;".repeat(TAG / 5 - 20)
          + "\">"
          + hosts()
          + "<style>"
          + "@import 'x';".repeat(HELD / 12 - 10)
          + "</style>"
          + "<style>"
          + "x".repeat(2 * HELD)
          + "</style>"
          + "<svg><style><![CDATA[&amp;"
          + "x".repeat(HELD - 100)
          + "]]></style>"
          + "<script>&amp;"
          + "x".repeat(HELD - 100)
          + "</script></svg>"
          + "<link id=a href=//hotjar.com><script id=b type=b>\"//hotjar.com\"</script>"
          + "<iframe srcdoc=\"<iframe srcdoc='"
          + "<p a=b>".repeat(TAG / 7 - 20)
          + "'></iframe>\">x</iframe>"
          + "<object data=//hotjar.com width=\""
          + "9".repeat(TAG - 60)
          + "\">x</object>"
          + FULL_SCRIPT
          + "</script>";

  private static String hosts() {
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      tags.append("<img src=//").append("h" + i + ".").append("long".repeat(450)).append("/x>");
    }
    return tags.toString();
  }

  private static State state(String name, String page) {
    return new State(name, "text/html; charset=utf-8", page);
  }

  static List<State> states() {
    String deep = "<svg>" + "<g>".repeat(500) + "<foreignObject>" + "<div>".repeat(9);
    String gbk = "text/html; charset=gbk";
    List<State> states = new ArrayList<>();
    states.add(state("nothing yet", "<p>"));
    states.add(state("a tag that is not whole", "<p a=\"" + "x".repeat(TAG - 20)));
    states.add(state("a tag of attributes", "<p " + ATTRIBUTES));
    states.add(state("a script", FULL_SCRIPT));
    states.add(state("a part of a long script", PART_KEPT));
    states.add(state("everything behind a part of a long script", USED + deep + PART_KEPT));
    states.add(state("a script of escapes", "<script>" + "'\\u0041'".repeat(HELD / 8 - 10)));
    states.add(state("a style sheet", "<style>" + "x".repeat(HELD - 20)));
    states.add(state("a style sheet of svg", "<svg><style><!--" + "x".repeat(HELD - 20)));
    states.add(state("a script of svg", "<svg><script><![CDATA[" + "x".repeat(HELD - 40)));
    states.add(state("a script behind a long tag", longTag() + "x".repeat(HELD - TAG - 20)));
    states.add(state("the end of a script", FULL_SCRIPT + LONG_END));
    states.add(state("deep nesting", deep));
    states.add(state("a script in deep nesting", deep + FULL_SCRIPT + LONG_END));
    states.add(
        state("a page in a page", USED.substring(USED.indexOf("<iframe"), USED.indexOf("<obj"))));
    states.add(state("everything was there", USED));
    states.add(state("everything at once", USED + deep + FULL_SCRIPT + LONG_END));
    states.add(state("everything in a tag", USED + deep + "<p " + ATTRIBUTES));
    states.add(new State("masked", gbk, "\u0081@".repeat(90) + USED + FULL_SCRIPT + LONG_END));
    states.add(
        new State(
            "undeclared", "text/html", USED.replace("é", "x") + deep + FULL_SCRIPT + LONG_END));
    String behind = deep + "</div>".repeat(9) + "</foreignObject>" + "</g>".repeat(500) + "</svg>";
    states.add(
        new State("undeclared string", "text/html", USED.replace("é", "x") + behind + READ_THRICE));
    states.add(
        new State(
            "undeclared tag", "text/html", USED.replace("é", "x") + deep + "<p " + ATTRIBUTES));
    String ascii = USED.replace("é", "x") + deep;
    for (String charset : List.of("iso-2022-jp", "shift_jis", "gb18030", "windows-1252")) {
      String declared = "text/html; charset=" + charset;
      states.add(new State(charset, declared, ascii + FULL_SCRIPT + LONG_END));
      states.add(new State(charset + " tag", declared, ascii + "<p " + ATTRIBUTES));
    }
    String quoted = ATTRIBUTES.replaceAll("a=(b+)", "a='$1'");
    String script = "<s:script><![CDATA[" + "x".repeat(HELD - 50);
    states.add(new State("XML", "text/xml", bindings() + script));
    states.add(new State("a tag in XML", "text/xml", bindings() + "<p " + quoted));
    return states;
  }

  private static String longTag() {
    return "<script x=\"" + "y".repeat(TAG - 60) + "\">";
  }

  private static String bindings() {
    StringBuilder tags = new StringBuilder("<r xmlns:s='http://www.w3.org/2000/svg'>");
    for (int i = 0; i < 62; i++) {
      tags.append("<a xmlns:prefix").append(i).append("='u'>");
    }
    return tags.toString();
  }

  @ParameterizedTest
  @MethodSource("states")
  void aPageKeepsLittle(State state) {
    for (int piece : new int[] {3, 8192, 1 << 20}) {
      long kept = kept(state, piece);
      assertTrue(kept <= MOST, state + " by " + piece + ": " + kept);
    }
  }

  @Test
  void theMeasureSeesWhatIsHeld() {
    long kept = kept(state("", FULL_SCRIPT), 100);
    assertTrue(kept >= HELD - 100, "kept " + kept);
  }

  private static long kept(State state, int piece) {
    RewritePlan plan = new GatedPage().contentType(state.type).plan();
    try (BodyRewriter one = plan.open();
        BodyRewriter other = plan.open()) {
      write(one, state.page, piece);
      write(other, state.page, piece);
      return new Reachable(plan, other).bytes(one);
    }
  }

  private static void write(BodyRewriter rewriter, String page, int piece) {
    byte[] bytes = page.getBytes(ISO_8859_1);
    for (int i = 0; i < bytes.length; i += piece) {
      int length = Math.min(piece, bytes.length - i);
      rewriter.write(ByteBuffer.allocate(length).put(bytes, i, length).flip(), sent -> {});
    }
  }
}
