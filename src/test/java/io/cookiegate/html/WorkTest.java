package io.cookiegate.html;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No input makes the work grow faster than the input, however it is cut. */
class WorkTest {
  private static final int BYTES = 200_000;
  private static final HtmlLimits WIDE = new HtmlLimits(1 << 20, 1 << 20, 64);

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

  private static void growsWithTheInputOnly(Syntax syntax, String piece, long most) {
    for (String page :
        new String[] {piece.repeat(BYTES / piece.length()), piece + "x".repeat(BYTES)}) {
      for (int cut : new int[] {1, 2, 13, 1000, 8192, BYTES}) {
        long work = work(syntax, page, cut);
        assertTrue(
            work <= most * page.length(),
            piece + " cut " + cut + ": " + work + " of " + page.length());
      }
    }
  }

  private static long work(Syntax syntax, String page, int cut) {
    Page result = new Page();
    Emitter emitter = new Emitter(result);
    Tokenizer tokenizer = Tokenizer.of(syntax, new Gate(), WIDE, emitter);
    byte[] bytes = page.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < bytes.length; at += cut) {
      emitter.reading(bytes);
      tokenizer.read(bytes, at, Math.min(bytes.length, at + cut));
    }
    tokenizer.end();
    return tokenizer.work();
  }
}
