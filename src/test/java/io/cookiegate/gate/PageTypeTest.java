package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.html.Syntax;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT/html                     | true",
        "text/html charset=utf-8       | true",
        "text/html(x)                  | true",
        "text /html                    | true",
        "text/plain, text/html         | true",
        "text/html;charset=x, text/html| true",
        "text                          | true",
        "text/plain charset=text/html  | false",
        "text/htmlx                    | false",
        "image/png                     | false"
      })
  void whatABrowserShowsAsAPageIsOne(String contentType, boolean page) {
    assertEquals(page, PageType.of(contentType).isPage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/svg+xml; charset=utf-8 | true",
        "TEXT/XML                     | true",
        "application/xml              | true",
        "text/xsl                     | true",
        "application/rss+xml          | true",
        "text/html, image/svg+xml     | true",
        "application/xhtml+xml        | false",
        "application/xml-dtd          | false",
        "text/html                    | false"
      })
  void whatABrowserReadsAsXmlIsXml(String contentType, boolean xml) {
    assertEquals(xml, PageType.of(contentType) == PageType.XML);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/xhtml+xml; charset=utf-8 | XML",
        "text/html, Application/XHTML+xml     | XML",
        "application/xhtml+xml, text/html     | HTML",
        "image/svg+xml                        | XML",
        "text/html                            | HTML",
        "x+xml                                | HTML"
      })
  void aPageIsReadInTheSyntaxOfItsType(String contentType, Syntax syntax) {
    assertEquals(syntax, PageType.of(contentType).syntax());
  }
}
