package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.cookiegate.classification.NamePattern;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {
  @ParameterizedTest
  @CsvSource({
    "1s, PT1S",
    "90s, PT90S",
    "1m, PT1M",
    "36h, PT36H",
    "7d, PT168H",
    "2w, PT336H",
    "13M, PT9360H",
    "2y, PT17520H"
  })
  void readsATime(String text, Duration span) {
    assertEquals(span, Kinds.span("1s", "10y").parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s",
        "1",
        "1 s",
        "01s",
        "1S",
        "1Y",
        "1ms",
        "-1s",
        "+1s",
        "1.5h",
        "1e3s",
        "1s1m",
        " 1s",
        "1s\n",
        "9999999999s",
        "١s"
      })
  void refusesWhatIsNoTime(String text) {
    assertNull(Kinds.span("1s", "100y").parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "59s", "11m", "1h", "999999999y"})
  void refusesATimeOutOfItsBounds(String text) {
    assertNull(Kinds.span("1m", "10m").parse(text));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "65535, 65535"})
  void readsAWholeNumber(String text, int number) {
    assertEquals(number, Kinds.whole("a port", 0, 65_535).parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        "01",
        "0x1",
        "1_0",
        "1.0",
        "1e3",
        "65536",
        "4294967297",
        " 1",
        "٣"
      })
  void refusesWhatIsNoPort(String text) {
    assertNull(Kinds.whole("a port", 0, 65_535).parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "Example.COM, example.com",
    "example.com., example.com",
    "bücher.example, xn--bcher-kva.example",
    "localhost, localhost",
    "a_b.example, a_b.example",
    "127.0.0.1, 127.0.0.1",
    "::1, [::1]",
    "[::1], [::1]"
  })
  void readsAHost(String text, String host) {
    assertEquals(host, new HostText("a host").parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "*",
        "*.a",
        ".a",
        "a..b",
        "a b",
        "a/b",
        "a:1",
        "a@b",
        "a%2e",
        "a?b",
        "a#b",
        "a\\b",
        "http://a",
        "[",
        "[::1",
        "::1]",
        "1.2.3.4.5",
        "256.0.0.1",
        "\u0000",
        "a\tb",
        "<a>"
      })
  void refusesWhatIsNoHost(String text) {
    assertNull(new HostText("a host").parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "http://a, http://a:80",
    "https://a, https://a:443",
    "HTTP://A:8081/, http://a:8081",
    "http://[::1]:1, http://[::1]:1"
  })
  void readsAnUpstream(String text, String origin) {
    assertEquals(origin, new UpstreamText().parse(text).origin());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "//a",
        "a:80",
        "http:a",
        "http:/a",
        "http:///a",
        "ws://a",
        "http://a/b",
        "http://a?",
        "http://a#",
        "http://u@a",
        "http://u:p@a",
        "http://a:",
        "http://a:0",
        "http://a:65536",
        "http://a:080",
        "http://a b",
        "http://",
        "http://a\n"
      })
  void refusesWhatIsNoUpstream(String text) {
    assertNull(new UpstreamText().parse(text));
  }

  @Test
  void readsAStarInACookieNameAsAWildcard() {
    assertEquals(new NamePattern.Exact("_ga"), new CookieNameText().parse("_ga"));
    assertEquals(new NamePattern.Wildcard("_ga_*"), new CookieNameText().parse("_ga_*"));
  }

  @Test
  void showsATextOnOneLineThatMovesNoCursor() {
    assertEquals("\"a\\nb\\tc\\\"\"", Shown.of("a\nb\tc\""));
    assertEquals("\"\\u{1b}[2J\\u{202e}\\u{d800}\"", Shown.of("\u001B[2J\u202E\uD800"));
    assertEquals("\"" + "é".repeat(60) + "...\"", Shown.of("é".repeat(61)));
    assertEquals("\"" + "é".repeat(60) + "\"", Shown.of("é".repeat(60)));
  }
}
