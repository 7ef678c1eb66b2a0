package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFieldTest {
  private static String without(String value) {
    return PolicyField.without(value, url -> url.contains("gated"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      emptyValue = "",
      textBlock =
          """
          default-src 'self'; report-uri https://gated/r; img-src * | default-src 'self'; img-src *
          report-uri https://gated/r |
          default-src 'self';REPORT-URI /own	//gated/r; report-to g | default-src 'self';REPORT-URI /own; report-to g
          img-src 'none'; report-uri //gated/a, script-src x; report-uri /own //gated/b | img-src 'none', script-src x; report-uri /own
          report-uri //gated/a , default-src 'self' | ~ default-src 'self'~
          """)
  void losesWhatIsGated(String value, String left) {
    assertEquals(left == null ? "" : left, without(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default-src https://gated",
        "report-uri /own; img-src gated",
        "",
        "report-uri",
        ";; report-uri  /own ;"
      })
  void staysWhereNothingIsGated(String value) {
    assertSame(value, without(value));
  }
}
