package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.html.Syntax;
import org.jspecify.annotations.Nullable;
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
        "text/html; x=\"a,image/png\"   | true",
        "text/html; x=\"a\\\",image/png\"| true",
        "text/html, foo                | true",
        "image/png, */*                | false",
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
        "text/xml, foo                | true",
        "text/html; x=\"a,text/xml\"  | false",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                           | true",
        "text                       | true",
        "x+xml                      | true",
        "*/*                        | true",
        "unknown/unknown            | true",
        "text/html, unknown/unknown | true",
        "unknown/unknown, text/html | false",
        "text/html, */*             | false",
        "text/html, foo             | false",
        ", text/html                | false"
      })
  void whatIsOfNoTypeIsSniffed(@Nullable String contentType, boolean sniffed) {
    assertEquals(sniffed, PageType.of(contentType) == PageType.UNKNOWN);
  }
}
