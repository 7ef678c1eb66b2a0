package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.jsoup.Jsoup;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

class HtmlRewriterPropertyTest {
  private static final AttributeSet SOME =
      AttributeSet.of(Attribute.SRC, Attribute.DATA, Attribute.COLOR);

  private static final Pattern EMPTY_OR_SCRIPT =
      Pattern.compile("<script|<[a-z]+/>", Pattern.CASE_INSENSITIVE);

  @Provide
  Arbitrary<String> soup() {
    return Soup.pages(24);
  }

  @Provide
  Arbitrary<String> nesting() {
    return Nesting.pages();
  }

  @Property(tries = 12_000)
  void noConformantParserIsLedPastByNesting(@ForAll("nesting") String page) throws Exception {
    String rewritten = Page.rewrite(page, new Gate());
    for (boolean scripting : new boolean[] {true, false}) {
      assertEquals(
          List.of(),
          Nu.gated(rewritten, scripting),
          "scripting " + scripting + "\n" + page + "\n" + rewritten);
    }
  }

  @Property(tries = 12_000)
  void noScannerIsLedPastByNesting(@ForAll("nesting") String page) throws Exception {
    assertNoScannerSeesAnythingGated(page);
  }

  @Property(tries = 8000)
  void noScannerSeesAnythingGated(@ForAll("soup") String page) throws Exception {
    assertNoScannerSeesAnythingGated(page);
  }

  private static void assertNoScannerSeesAnythingGated(String page) throws SAXException {
    String rewritten = Page.rewrite(page, new Gate());
    for (boolean scripting : new boolean[] {true, false}) {
      assertEquals(
          List.of(),
          Scanner.gated(rewritten, scripting),
          "scripting " + scripting + "\n" + page + "\n" + rewritten);
    }
  }

  @Property(tries = 4000)
  void nestingIsTheSameForEveryCut(@ForAll("nesting") String page, @ForAll long seed) {
    String expected = Page.rewrite(page, new Gate());
    assertEquals(expected, rewriteCut(page, new Gate(), HtmlLimits.DEFAULT, seed));
    assertEquals(expected, Page.rewrite(expected, new Gate()));
  }

  @Property(tries = 4000)
  void everyCutGivesTheSame(@ForAll("soup") String page, @ForAll long seed) {
    Gate whole = new Gate();
    String expected = Page.rewrite(page, whole);
    Gate cut = new Gate();
    assertEquals(expected, rewriteCut(page, cut, HtmlLimits.DEFAULT, seed));
    assertEquals(whole.starts, cut.starts);
    assertEquals(whole.ends, cut.ends);
    assertEquals(whole.closed, cut.closed);
  }

  @Property(tries = 2000)
  void everyCutGivesTheSameOverTheLimits(@ForAll("soup") String page, @ForAll long seed) {
    HtmlLimits tight = new HtmlLimits(64, 64, 8);
    String long64 = page.replace("<p title=", "<p title=" + "x".repeat(70) + " ");
    long64 = long64.replace("<script>", "<script>" + "y".repeat(60));
    Gate whole = new Gate();
    String expected = Page.rewrite(long64, long64.length(), whole, tight);
    Gate cut = new Gate();
    assertEquals(expected, rewriteCut(long64, cut, tight, seed));
    assertEquals(whole.starts, cut.starts);
    assertEquals(whole.closed, cut.closed);
  }

  static String rewriteCut(String page, TagHandler handler, HtmlLimits limits, long seed) {
    Random random = new Random(seed);
    byte[] bytes = page.getBytes(StandardCharsets.ISO_8859_1);
    Page result = new Page();
    HtmlRewriter rewriter = new HtmlRewriter(handler, limits, result);
    int longest = 1 + random.nextInt(9);
    int at = 0;
    while (at < bytes.length) {
      int to = Math.min(bytes.length, at + random.nextInt(longest + 1));
      result.write(rewriter, bytes, at, to);
      at = to;
    }
    rewriter.end();
    return result.text();
  }

  @Property(tries = 4000)
  void tagsNobodyHeedsChangeNothing(@ForAll("soup") String page, @ForAll long seed) {
    assertUnheededChangesNothing(page, seed);
  }

  @Property(tries = 4000)
  void nestedTagsNobodyHeedsChangeNothing(@ForAll("nesting") String page, @ForAll long seed) {
    assertUnheededChangesNothing(page, seed);
  }

  private static void assertUnheededChangesNothing(String page, long seed) {
    assertUnheededChangesNothing(page, seed, Gate.ALL);
    assertUnheededChangesNothing(page, seed, SOME);
  }

  private static void assertUnheededChangesNothing(String page, long seed, AttributeSet judged) {
    Gate heeding = new Gate(true, judged);
    String expected = Page.rewrite(page, heeding);
    for (int cut = 0; cut < 2; cut++) {
      Gate unheeding = new Gate(false, judged);
      assertEquals(
          expected,
          cut == 0
              ? Page.rewrite(page, unheeding)
              : rewriteCut(page, unheeding, HtmlLimits.DEFAULT, seed));
      assertEquals(heeding.closed, unheeding.closed);
      assertEquals(heeding.remarkable, unheeding.remarkable);
    }
  }

  @Property(tries = 3000)
  void whatNothingIsWrongWithStays(@ForAll("soup") String page) {
    Gate gate = new Gate();
    String plain = page.replace("gated", "x");
    String rewritten = Page.rewrite(plain, gate);
    if (gate.closed.isEmpty()) {
      assertEquals(plain, rewritten);
    }
  }

  @Property(tries = 3000)
  void aSecondPassChangesNothing(@ForAll("soup") String page) {
    String once = Page.rewrite(page, new Gate());
    assertEquals(once, Page.rewrite(once, new Gate()));
  }

  @Property(tries = 8000)
  void noConformantParserSeesAnythingGated(@ForAll("soup") String page) throws Exception {
    String rewritten = Page.rewrite(page, new Gate());
    for (boolean scripting : new boolean[] {true, false}) {
      assertEquals(
          List.of(), Nu.gated(rewritten, scripting), "scripting " + scripting + "\n" + rewritten);
    }
  }

  @Property(tries = 4000)
  void jsoupSeesNothingGated(@ForAll("soup") String page) {
    // jsoup puts tags that cannot be in a head's noscript there as text, which no browser does.
    String rewritten = Page.rewrite(page.replace("noscript", "no-script"), new Gate());
    assertEquals(
        "",
        Jsoup.parse(rewritten).select("[src*=gated],[href*=gated],[data*=gated]").outerHtml(),
        rewritten);
  }

  @Property(tries = 4000)
  void jsoupSeesNothingGatedInNesting(@ForAll("nesting") String page) {
    // Elements of text that are none in svg and math, or end at once there, jsoup reads on as text.
    String rewritten = Page.rewrite(page, new Gate());
    if (!EMPTY_OR_SCRIPT.matcher(rewritten).find()) {
      assertEquals(
          "",
          Jsoup.parse(rewritten).select("[src*=gated],[href*=gated],[data*=gated]").outerHtml(),
          page + "\n" + rewritten);
    }
  }

  /** What the nu.validator parser sees of gated things: attributes, and texts of live elements. */
  static final class Nu extends DefaultHandler {
    /** This release loses a byte after a comment's opening within a comment (its successors do not). */
    private static final Pattern NESTED = Pattern.compile("<!--.*<!--[^>-]>", Pattern.DOTALL);

    private final List<String> gated = new java.util.ArrayList<>();
    private String open = "";

    static List<String> gated(String page, boolean scripting) throws IOException, SAXException {
      if (NESTED.matcher(page).find()) {
        return List.of();
      }
      Nu nu = new Nu();
      HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
      parser.setScriptingEnabled(scripting);
      parser.setContentHandler(nu);
      parser.parse(new InputSource(new StringReader(page)));
      return nu.gated;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      open = local.toLowerCase(Locale.ROOT);
      for (int i = 0; i < attributes.getLength(); i++) {
        if (attributes.getValue(i).contains(Gate.WORD)) {
          gated.add(local + " " + attributes.getLocalName(i));
        }
      }
    }

    @Override
    public void endElement(String uri, String local, String name) {
      open = "";
    }

    @Override
    public void characters(char[] text, int from, int length) {
      boolean live = open.equals("script") || open.equals("style");
      if (live && new String(text, from, length).contains(Gate.WORD)) {
        gated.add(open + " text");
      }
    }
  }
}
