package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.consent.Consent;
import io.cookiegate.html.Syntax;
import io.cookiegate.page.BuiltInMarkup;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** Markup of ours in a document of XML, as the platform's own parser sees it. */
class XmlMarkupTest {
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private static String put(String markup) {
    return new String(XmlMarkup.inXhtml(markup.getBytes(US_ASCII)), US_ASCII);
  }

  private static List<String> namespaces(String markup) throws Exception {
    List<String> seen = new ArrayList<>();
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    factory
        .newSAXParser()
        .parse(
            new InputSource(new StringReader("<x xmlns='urn:x'>" + markup + "</x>")),
            new DefaultHandler() {
              @Override
              public void startElement(String uri, String local, String name, Attributes values) {
                seen.add(uri);
              }
            });
    return seen.subList(1, seen.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a</p>",
        "<br/><p>a</p>",
        "<p title=\"a>b\"><b>c</b></p><hr />",
        "a<!-- <p> --><p\n>b</p>",
        "<p title='\"/>'/><p>b</p>"
      })
  void theOutermostElementsAreOfXhtml(String markup) throws Exception {
    List<String> seen = namespaces(put(markup));
    assertEquals(List.of(XHTML), seen.stream().distinct().toList());
    assertEquals(markup, put(markup).replace(" xmlns=\"" + XHTML + "\"", ""));
  }

  @Test
  void theBannerIs() throws Exception {
    Invitation invitation =
        new Invitation(
            Vendors.CLASSIFICATION,
            Consent.UNASKED,
            "sv",
            new Place("/a?b=1&c=2", "", "r4nd0m"),
            Syntax.XML);
    String banner = new String(new BuiltInMarkup("/.cookie-gate/").banner(invitation), US_ASCII);
    List<String> seen = namespaces(put(banner));
    assertEquals(List.of(XHTML), seen.stream().distinct().toList());
    assertEquals(2, put(banner).split("xmlns=", -1).length - 1);
  }
}
