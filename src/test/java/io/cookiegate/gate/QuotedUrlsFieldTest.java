package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedUrlsFieldTest {
  private static String without(String value) {
    return QuotedUrlsField.without(value, url -> url.contains("gated"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      emptyValue = "",
      textBlock =
          """
          g="https://gated/r" |
          own="/r", g="https://gated/r" , other="/s" | own="/r", other="/s"
          "https://gated/x.json", "/own.json";a="b,c" | "/own.json";a="b,c"
          "/own,gated\\".json" |
          g="https://\\gated/r", a="/x" | a="/x"
          """)
  void losesWhatIsGated(String value, String left) {
    assertEquals(left == null ? "" : left, without(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own=\"/r\"",
        "\"/rules.json\", \"/more.json\"",
        "",
        "gated",
        "own=\"/r\";gated=1"
      })
  void staysWhereNothingIsGated(String value) {
    assertSame(value, without(value));
  }
}
