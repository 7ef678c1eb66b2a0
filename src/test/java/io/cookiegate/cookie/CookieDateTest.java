package io.cookiegate.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieDateTest {
  private static @Nullable Instant parse(String text) {
    return CookieDate.parse(text, 0, text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "Sun, 06-Nov-1994 08:49:37 GMT",
        "Sun, 6-Nov-94 8:49:37",
        "06 nov 1994 08:49:37 +0200",
        "1994 Nov 6 08:49:37",
        "NOVEMBER/6/1994/8:49:37",
        "6th Novembre, 1994; 08:49:37.123",
        "08:49:37 6 Nov 94AD",
        "Sun,06Nov Nov 94 08:49:37"
      })
  void readsTheSameInstantFromEverySpelling(String text) {
    assertEquals(Instant.parse("1994-11-06T08:49:37Z"), parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "Thu, 01 Jan 1970",
        "01 Jan 00:00:00",
        "Jan 1970 00:00:00",
        "32 Jan 2030 00:00:00",
        "00 Jan 2030 00:00:00",
        "29 Feb 2027 00:00:00",
        "31 Apr 2027 00:00:00",
        "01 Jan 1600 00:00:00",
        "01 Jan 20300 00:00:00",
        "01 Jan 2030 24:00:00",
        "01 Jan 2030 00:60:00",
        "01 Jan 2030 00:00:60",
        "01 Jan 2030 00:00",
        "01 Jan 2030 000:00:00",
        "01 Jan 2030 00:00:000",
        "01 Foo 2030 00:00:00",
        "2030-01-01T00:00:00Z"
      })
  void readsNothingFromWhatIsNoDate(String text) {
    assertNull(parse(text));
  }

  @ParameterizedTest
  @CsvSource({"69, 2069", "00, 2000", "70, 1970", "99, 1999"})
  void twoDigitYearsAreOf1970To2069(String two, String four) {
    assertEquals(Instant.parse(four + "-01-01T00:00:00Z"), parse("1 Jan " + two + " 0:0:0"));
  }

  @Test
  void readsOnlyItsRange() {
    assertEquals(
        Instant.parse("2030-01-01T01:02:03Z"), CookieDate.parse("x=1 Jan 2030 1:2:34", 2, 18));
  }

  @Test
  void writesDatesThatItReads() {
    Instant date = Instant.parse("2030-01-02T03:04:05Z");
    assertEquals("Wed, 02 Jan 2030 03:04:05 GMT", CookieDate.format(date));
    assertEquals(date, parse(CookieDate.format(date)));
  }
}
