package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkFieldTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      emptyValue = "",
      value = {
        "<bad>; rel=preload                              | ''",
        "<bad>; rel=\"x PreConnect\"                     | ''",
        "<bad> ; as=script ; REL = dns-prefetch          | ''",
        "<ok>; rel=preload, <bad>; rel=preload           | <ok>; rel=preload",
        "<bad>; rel=preload, <ok>; rel=preload           | <ok>; rel=preload",
        "<bad>; title=\"a, b\"; rel=preload, <ok>        | <ok>",
        "<bad>; title=\"a \\\" , b\"; rel=preload, <ok>  | <ok>",
        "<ok>; rel=preload; imagesrcset=\"a 1x,bad 2x\"  | ''",
        "<ok>; rel=preload; imagesrcset=\"a 1x, b 2x\"   | -",
        "<bad>; rel=canonical                            | -",
        "<bad>                                           | -",
        "<bad,x>; rel=preload                            | -",
        "bad; rel=preload                                | -",
        "<bad; rel=preload                               | -"
      })
  void onlyGatedLinksThatFetchGo(String value, String expected) {
    String result = LinkField.without(value, "bad"::equals);
    if (expected == null) {
      assertSame(value, result);
    } else {
      assertEquals(expected, result);
    }
  }
}
