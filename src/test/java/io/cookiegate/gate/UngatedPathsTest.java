package io.cookiegate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UngatedPathsTest {
  private static final UngatedPaths PATHS = new UngatedPaths(List.of("/api/", "/feed"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/",
        "/api/a",
        "/api/a/b.c/",
        "/api/a?x=../..;%2F//\\",
        "/api/s%C3%B6k%20p%7Ca",
        "/api/.well-known/...",
        "/feed",
        "/feed?a",
        "/feed/x",
      })
  void areLeftAlone(String target) {
    assertTrue(PATHS.covers(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api",
        "/apix",
        "/feedx",
        "/API/a",
        "/%61pi/a",
        "//api/a",
        "/x/../api/a",
        "*",
        "",
        "http://a/api/",
      })
  void areNotOthers(String target) {
    assertFalse(PATHS.covers(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/../private",
        "/api/..",
        "/api/.",
        "/api/./a",
        "/api//a",
        "/api/%2e%2e/private",
        "/api/.%2E/private",
        "/api/%2f",
        "/api/..%2fprivate",
        "/api/..%5cprivate",
        "/api/..\\private",
        "/api/..;/private",
        "/api/a;x=1",
        "/api/a%3bx",
        "/api/%252e%252e/private",
        "/api/%25",
        "/api/%c0%ae%c0%ae/private",
        "/api/%e0%80%ae",
        "/api/%u002e",
        "/api/%",
        "/api/%4",
        "/api/%zz",
        "/api/%00",
        "/api/%0d%0a",
        "/api/a%3fb",
        "/api/a#b",
        "/api/\u00e5",
        "/feed/../private",
      })
  void areNotThoseThatCouldBeReadInAnotherWay(String target) {
    assertFalse(PATHS.covers(target));
  }

  @Test
  void areGivenInOneWay() {
    assertThrows(IllegalArgumentException.class, () -> new UngatedPaths(List.of("/a/../b")));
    assertThrows(IllegalArgumentException.class, () -> new UngatedPaths(List.of("api")));
    assertEquals(false, UngatedPaths.NONE.covers("/"));
    assertTrue(new UngatedPaths(List.of("/")).covers("/x"));
  }
}
