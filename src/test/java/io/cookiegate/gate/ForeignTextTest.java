package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The texts of scripts and style sheets in svg. */
class ForeignTextTest {
  private static final Pattern ASIDES =
      Pattern.compile(
          "<!\\[CDATA\\[|]]>|<!--(?:-?>|.*?--!?>)|<(?!!\\[CDATA\\[|!--)[!?/][^>]*>",
          Pattern.DOTALL);

  private final ForeignText text = new ForeignText();

  private String plain(String markup) {
    byte[] bytes = ("xx" + markup + "yy").getBytes(ISO_8859_1);
    ForeignText read = text.read(bytes, 2, bytes.length - 2);
    return new String(read.array(), read.from(), read.to() - read.from(), ISO_8859_1);
  }

  @Provide
  Arbitrary<String> markup() {
    return Arbitraries.of(
            "<!--",
            "-->",
            "--!>",
            "-",
            ">",
            "<",
            "<![CDATA[",
            "]]>",
            "]",
            "a",
            "<?",
            "</",
            "!",
            "<!-->")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Property
  void leavesOutWhatIsNoText(@ForAll("markup") String markup) {
    assertEquals(ASIDES.matcher(markup).replaceAll(""), plain(markup));
  }

  @Test
  void resolvesReferences() {
    assertEquals("a<b", plain("a&lt;<!-- x -->b"));
    assertEquals(Parser.unescapeEntities("&#x2f;&amp;", true), plain("&#x2f;<![CDATA[&amp;]]>"));
  }

  @Test
  void readsATextWithoutMarkupInPlace() {
    byte[] bytes = "a > b".getBytes(ISO_8859_1);
    assertSame(bytes, text.read(bytes, 0, bytes.length).array());
  }
}
