package io.cookiegate.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every row but the unusual ones about types was also asked of Chromium 156, which answered the
 * same.
 */
class ContentTypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "text/html; charset=utf-16 ~ utf-16",
        "text/html;CHARSET=UTF-16 ~ UTF-16",
        "text/html; charset=\"utf-16\" ~ utf-16",
        "text/html; charset=\"utf-16 ~ utf-16",
        "text/html; charset=\"\\utf-16\" ~ utf-16",
        "text/html; charset=\" utf-16 \" ~ ' utf-16 '",
        "text/html; charset=\"utf-16\" x; y ~ utf-16",
        "text/html; charset=utf-16 foo ~ utf-16 foo",
        "text/html; charset='utf-16' ~ '''utf-16'''",
        "text/html; charset=utf-16\" ~ utf-16\"",
        "text/html; charset=utf-16; charset=utf-8 ~ utf-16",
        "text/html; charset=foo; charset=utf-16 ~ foo",
        "text/html; charset=; charset=utf-16 ~ utf-16",
        "text/html; charset=\"\"; charset=utf-16 ~ ''",
        "text/html; a;b;charset=utf-16 ~ utf-16",
        "text/html; =;charset=utf-16 ~ utf-16",
        "text/html;charset=utf-16;; ~ utf-16",
        "text/html; charset=utf-16, text/html; charset=utf-8 ~ utf-8",
        "text/html; charset=utf-8, text/html; charset=utf-16 ~ utf-16",
        "text/html; charset=utf-16, text/html ~ utf-16",
        "text/html; charset=utf-16,foo ~ utf-16",
        "text/html; charset=utf-16, */* ~ utf-16",
        "text/html; x=\"a,b\"; charset=utf-16 ~ utf-16",
        "text/html; x=\"a\\\",b\"; charset=utf-16 ~ utf-16",
        " text/html ; charset=utf-16 ~ utf-16",
      })
  void theCharsetIsRead(String field, String charset) {
    assertEquals(charset, ContentType.charset(field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/html",
        "text/html; charset",
        "text/html; charset=",
        "text/html; charset = utf-16",
        "text/html charset=utf-16",
        "text/html; x=\"; charset=utf-16\"; y",
        "text/html; xcharset=utf-16",
        "text/html; charset:utf-16",
        "charset=utf-16",
        "text/; charset=utf-16",
        "text/html; charset=\u20ac",
        "text/html; charset=utf-16, text/plain",
        "*/*; charset=utf-16",
        ",,,"
      })
  void orThereIsNone(String field) {
    assertNull(ContentType.charset(field));
  }

  @Test
  void aMissingFieldHasNone() {
    assertNull(ContentType.charset(null));
  }
}
