package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportToFieldTest {
  private static String without(String value) {
    return ReportToField.without(value, url -> url.contains("gated"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      emptyValue = "",
      textBlock =
          """
          {"group":"g","max_age":9,"endpoints":[{"url":"https://gated/r"}]} | {"group":"g","max_age":9,"endpoints":[]}
          {"group":"g","endpoints":[{"url":"https://gated/r","priority":1}, {"url":"/own"}]}, {"group":"h"} | {"group":"g","endpoints":[ {"url":"/own"}]}, {"group":"h"}
          {"endpoints":[{"url":"/own"} , {"url" : "https:\\/\\/\\u0067ated/r"}]} | {"endpoints":[{"url":"/own"} ]}
          """)
  void losesWhatIsGated(String value, String left) {
    assertEquals(left == null ? "" : left, without(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"group\":\"gated\",\"endpoints\":[{\"url\":\"/own\"}]}",
        "{\"url\":",
        "{\"a\":\"\\",
        "",
        "}}\"u\""
      })
  void staysWhereNothingIsGated(String value) {
    assertSame(value, without(value));
  }
}
