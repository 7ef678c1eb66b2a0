package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.cookiegate.html.Syntax;
import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The texts of scripts and style sheets in svg and in XML, as parsers see them. */
class ForeignTextTest {
  private final ForeignText text = new ForeignText();

  private String plain(String markup, Syntax syntax) {
    byte[] bytes = ("xx" + markup + "yy").getBytes(UTF_8);
    ForeignText read = text.read(bytes, 2, bytes.length - 2, syntax);
    return new String(read.array(), read.from(), read.to() - read.from(), UTF_8);
  }

  @Provide
  Arbitrary<String> markup() {
    return pieces(
        "<!--",
        "-->",
        "--!>",
        "-",
        ">",
        "<",
        "<![CDATA[",
        "]]>",
        "]",
        "1",
        "<?",
        "</",
        "!",
        "<!-->",
        "?>",
        "&lt;",
        "&#10",
        "4;",
        "&quot",
        "&amp;",
        "\"",
        "&");
  }

  /** Pieces that are more often well formed. */
  @Provide
  Arbitrary<String> xml() {
    return pieces(
        "<!-- 1 -->",
        "<!--> -->",
        "<!---> <![CDATA[ -->",
        "<![CDATA[ <!-- ]]>",
        "<![CDATA[&lt;]]>",
        "<?x >?>",
        "<?x?>",
        "<?x ??>",
        "1",
        "&lt;",
        "&#104;",
        "\"",
        ">",
        "]]");
  }

  private static Arbitrary<String> pieces(String... pieces) {
    return Arbitraries.of(pieces)
        .list()
        .ofMaxSize(9)
        .map(list -> list.stream().collect(Collectors.joining()));
  }

  @Property(tries = 3000)
  void inHtmlItIsWhatAParserOfHtmlSees(@ForAll("markup") String markup) {
    Document page = Jsoup.parse("<!doctype html><svg><g>" + markup + "</g><rect/></svg>");
    Element next = page.selectFirst("svg > rect");
    // What has no end here takes the end tag along.
    if (next != null) {
      Element g = Objects.requireNonNull(page.selectFirst("g"));
      assertEquals(g.wholeText(), plain(markup, Syntax.HTML), markup);
    }
  }

  @Property(tries = 3000)
  void inXmlItIsWhatAParserOfXmlSees(@ForAll("xml") String markup) throws Exception {
    String seen = inXml(markup);
    if (seen != null) {
      assertEquals(seen, plain(markup, Syntax.XML), markup);
    }
  }

  /** The text that a parser sees; null where the document is not well formed. */
  private static @Nullable String inXml(String markup)
      throws ParserConfigurationException, IOException {
    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    parser.setErrorHandler(new Silent());
    try {
      InputSource source = new InputSource(new StringReader("<g>" + markup + "</g>"));
      return parser.parse(source).getDocumentElement().getTextContent();
    } catch (SAXException e) {
      return null;
    }
  }

  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {}

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }

  @Test
  void readsATextWithoutMarkupInPlace() {
    byte[] bytes = "a > b".getBytes(UTF_8);
    assertSame(bytes, text.read(bytes, 0, bytes.length, Syntax.HTML).array());
  }
}
