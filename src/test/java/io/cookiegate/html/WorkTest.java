package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input makes the work grow faster than the input, however it is cut. */
class WorkTest {
  private static final int BYTES = 200_000;
  private static final HtmlLimits WIDE = new HtmlLimits(1 << 20, 1 << 20, 64);
  private static final HtmlLimits LONG = new HtmlLimits(64 << 20, 1 << 20, 64);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a",
        "<a ",
        "<a b='",
        "</",
        "<!--",
        "<!-",
        "<!",
        "-",
        "<![CDATA[",
        "<a b=c ",
        "<p title=\"x",
        "<script>",
        "<script><!--",
        "<script></scrip",
        "</script",
        "<svg>",
        "<svg><desc>",
        "<noscript>",
        "<noscript><a b='",
        "<noscript><!-- </noscrip",
        "<noscript><p>x",
        "</noscript",
        "<template>",
        "<title></titl",
        "<textarea></",
        "<object data=gated>",
        "<svg><script>x",
        "<p>text &amp; text</p>\n",
        "<a x"
      })
  void growsWithTheInputOnly(String piece) {
    growsWithTheInputOnly(Syntax.HTML, piece, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a",
        "<a b='",
        "<a b='' ",
        "</",
        "<a>",
        "<a xmlns:b='c' ",
        "<a xmlns:b='c'>",
        "<!--",
        "<!-",
        "-",
        "<![CDATA[",
        "]]",
        "<?",
        "<?xml-stylesheet ",
        "<?xml-stylesheet ?>",
        "<!DOCTYPE a [",
        "<!DOCTYPE a [<!--",
        "<!DOCTYPE a [<!ENTITY b '",
        "<!ENTITY",
        "<svg xmlns='http://www.w3.org/2000/svg'><script>x",
        "<svg xmlns='http://www.w3.org/2000/svg' a='gated'>"
      })
  void growsWithADocumentOfXmlOnly(String piece) {
    // While it is cut, the beginning of "<?xml-stylesheet" is compared again at every byte.
    growsWithTheInputOnly(Syntax.XML, piece, 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {8192, 1_000_003, 20_000_000})
  void anAttributeOfTenMegabytesIsReadOnce(int cut) {
    for (String page :
        List.of("<a b='" + "x".repeat(10 << 20) + "'>c", "<a b=" + "x".repeat(10 << 20))) {
      assertLinear(LONG, page, cut);
      assertLinear(HtmlLimits.DEFAULT, page, cut);
      assertLinear(LONG, "<noscript>" + page, cut);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 8192, 20_000_000})
  void aMillionAttributesAreReadOnce(int cut) {
    String page = "<a" + " b".repeat(1_000_000) + ">c</a" + " b".repeat(1_000_000) + ">";
    assertLinear(LONG, page, cut);
    assertLinear(HtmlLimits.DEFAULT, page, cut);
    assertLinear(LONG, "<noscript>" + page, cut);
  }

  private static void assertLinear(HtmlLimits limits, String page, int cut) {
    long work = work(Syntax.HTML, limits, page, cut);
    assertTrue(work >= page.length(), "cut " + cut + ": " + work);
    assertTrue(work <= 4L * page.length(), "cut " + cut + ": " + work + " of " + page.length());
  }

  private static void growsWithTheInputOnly(Syntax syntax, String piece, long most) {
    for (String page :
        new String[] {piece.repeat(BYTES / piece.length()), piece + "x".repeat(BYTES)}) {
      for (int cut : new int[] {1, 2, 13, 1000, 8192, BYTES}) {
        long work = work(syntax, WIDE, page, cut);
        assertTrue(
            work <= most * page.length(),
            piece + " cut " + cut + ": " + work + " of " + page.length());
      }
    }
  }

  private static long work(Syntax syntax, HtmlLimits limits, String page, int cut) {
    Page result = new Page();
    Emitter emitter = new Emitter(result);
    Tokenizer tokenizer = Tokenizer.of(syntax, new Gate(), limits, emitter);
    byte[] bytes = page.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < bytes.length; at += cut) {
      emitter.reading(bytes);
      tokenizer.read(bytes, at, Math.min(bytes.length, at + cut));
    }
    tokenizer.end();
    // At every cut the bytes are searched again by which a literal may begin before it.
    long searched = tokenizer.searched();
    assertTrue(searched <= (2L + Fences.OVERLAP) * page.length(), cut + " searched " + searched);
    return tokenizer.work();
  }
}
