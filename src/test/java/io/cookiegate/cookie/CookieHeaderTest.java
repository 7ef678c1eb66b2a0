package io.cookiegate.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieHeaderTest {
  private static List<String> pairs(String header) {
    List<String> found = new ArrayList<>();
    CookieHeader pairs = new CookieHeader(header);
    while (pairs.next()) {
      found.add("<" + pairs.name() + "><" + pairs.value() + ">");
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1; b=2 | <a><1> <b><2>",
        "a=1;b=2 | <a><1> <b><2>",
        "'  a = 1 ;\tb\t=\t2 ' | <a><1> <b><2>",
        "a=1; a=2 | <a><1> <a><2>",
        "a=; b | <a><> <><b>",
        "=x; a=1=2== | <><x> <a><1=2==>",
        "';; ;a=1;' | <a><1>",
        "a=\"x; b=y\" | <a><\"x> <b><y\">",
        "$Version=1; a=\"1\"; $Path=/ | <$Version><1> <a><\"1\"> <$Path></>",
        "a=1, b=2 | <a><1, b=2>",
        "= | <><>",
      })
  void splitsAsBrowsersJoin(String header, String expected) {
    assertEquals(expected, String.join(" ", pairs(header)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ";", " ; ;; "})
  void findsNothingInNothing(String header) {
    assertEquals(List.of(), pairs(header));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x=1; a=1; b=2 | a=1; b=2",
        "a=1; x=1; b=2 | a=1; b=2",
        "a=1; b=2; x=1 | a=1; b=2",
        "a=1;x=1;b=2 | a=1;b=2",
        "a=1;  x=1;   b = 2 | a=1;   b = 2",
        "x=1; a=1; x=2; b=2; x=3 | a=1; b=2",
        "x=1;a=\"q\";x;=x | a=\"q\";x;=x",
        "a=1; X=1; x=1 | a=1; X=1",
        "$Version=1; x=1; $Path=/; $Domain=d; b=2; $Path=/ | $Version=1; b=2; $Path=/",
        "x=1 | ''",
        "x=1; x=2; | ''",
        "';; x=1 ;;' | ''",
        "';x=1; a=1' | a=1",
        "';x=1; =; b=2' | =; b=2",
      })
  void dropsByNameAndKeepsTheRestAsItIs(String header, String kept) {
    assertEquals(kept, CookieHeader.without(header, "x"::equals));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=1", " a = 1 ;; b", "y; X=x; =x"})
  void staysTheSameWhereNothingGoes(String header) {
    assertSame(header, CookieHeader.without(header, "x"::equals));
  }

  @Test
  void dropsACookieWithoutAName() {
    assertEquals("a=1", CookieHeader.without("nameless; a=1; =nameless", ""::equals));
  }

  @Test
  void asksForEachCookieOnceAndInOrder() {
    List<String> asked = new ArrayList<>();
    CookieHeader.without("a=1; b=2; a=3", name -> !asked.add(name));
    assertEquals(List.of("a", "b", "a"), asked);
  }

  @Test
  void findsEveryValueOfAName() {
    assertEquals(
        List.of("true", "", "false"), CookieHeader.values("c=true; d=1; c=; C=x; c = false", "c"));
    assertEquals(List.of("x"), CookieHeader.values("c=1; x", ""));
  }

  @Test
  void readsTheCrumbsOfHttp2OneByOne() {
    List<String> crumbs = List.of("a=1", "x=1", "b=2");
    List<String> kept =
        crumbs.stream().map(crumb -> CookieHeader.without(crumb, "x"::equals)).toList();
    assertEquals(List.of("a=1", "", "b=2"), kept);
  }

  @Test
  void isLinearInCookiesWithoutEqualsSigns() {
    String header = "a;".repeat(1_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertEquals("", CookieHeader.without(header, ""::equals)));
  }
}
