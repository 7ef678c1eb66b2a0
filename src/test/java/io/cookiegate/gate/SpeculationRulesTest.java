package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeculationRulesTest {
  private static boolean narrow(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return SpeculationRules.nameWhatTheyFetch(bytes, 0, bytes.length);
  }

  private static String where(String condition) {
    return "{\"prefetch\":[{\"source\":\"document\",\"where\":" + condition + "}]}";
  }

  /** The third is what WordPress 6.8 writes into every page. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"prefetch\":[],\"tag\":\"x\"}",
        "{\"prefetch\":[{\"source\":\"document\",\"where\":{\"and\":[{\"href_matches\":\"\\/*\"},"
            + "{\"not\":{\"href_matches\":[\"\\/wp-*.php\",\"\\/wp-admin\\/*\",\"\\/*\\\\?(.+)\"]}},"
            + "{\"not\":{\"selector_matches\":\"a[rel~=\\\"nofollow\\\"]\"}}]},"
            + "\"eagerness\":\"conservative\"}]}",
        "{\"prefetch\":[{\"urls\":[\"/next\",\"https://other.example/\"]}]}",
        " { \"prerender\" : [ { \"source\" : \"list\", \"urls\" : [ \"a\" ] } ] } "
      })
  void whatNamesWhatItFetchesStays(String rules) {
    assertTrue(narrow(rules), rules);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"href_matches\":\"/*\"}",
        "{\"href_matches\":\"/*\",\"relative_to\":\"document\"}",
        "{\"href_matches\":[\"/a\",\"?b=*\",\"/\"]}",
        "{\"href_matches\":{\"pathname\":\"/a/*\",\"search\":\"*\"}}",
        "{\"href_matches\":\"https://www.other.example/*\"}",
        "{\"or\":[{\"href_matches\":\"/a\"},{\"href_matches\":\"/b\"}]}",
        "{\"or\":[]}",
        "{\"and\":[{\"selector_matches\":\"a\"},{\"and\":[{\"href_matches\":\"/a\"}]}]}"
      })
  void whatIsAboutOneHostStays(String condition) {
    assertTrue(narrow(where(condition)), condition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"selector_matches\":\"a\"}",
        "{\"not\":{\"href_matches\":\"/a\"}}",
        "{\"href_matches\":\"*\"}",
        "{\"href_matches\":\"https://*/*\"}",
        "{\"href_matches\":\"*://*/*\"}",
        "{\"href_matches\":\"https://:any/*\"}",
        "{\"href_matches\":\"https:\\/\\/*.example/\"}",
        "{\"href_matches\":\"https://{www.}?other.example/\"}",
        "{\"href_matches\":\"//*/\"}",
        "{\"href_matches\":\"\"}",
        "{\"href_matches\":[\"/a\",\"https://*/\"]}",
        "{\"href_matches\":{\"hostname\":\"*\"}}",
        "{\"href_matches\":{\"protocol\":\"https\"}}",
        "{\"href_matches\":{\"baseURL\":\"https://other.example\"}}",
        "{\"href_matches\":1}",
        "{\"or\":[{\"href_matches\":\"/a\"},{\"selector_matches\":\"a\"}]}",
        "{\"and\":[{\"selector_matches\":\"a\"}]}",
        "{\"and\":[]}",
        "{}",
        "[]",
        "\"/*\""
      })
  void whatMayBeAboutAnyLinkGoes(String condition) {
    assertFalse(narrow(where(condition)), condition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"prefetch\":[{}]}",
        "{\"prefetch\":[{\"source\":\"document\"}]}",
        "{\"prefetch\":[{\"source\":\"document\",\"urls\":[]}]}",
        "{\"prefetch\":[{\"urls\":[],\"where\":{\"selector_matches\":\"a\"}}]}",
        "{\"prefetch\":[{\"where\":{\"href_matches\":\"/*\"},\"where\":{}}]}",
        "{\"prefetch\":[],\"prefetch\":[{\"\\u0073ource\":\"document\"}]}",
        "{\"prefetch\":[{\"urls\":[]}]} x",
        "{\"prefetch\":[{\"urls\":[\"a]}",
        "{\"a\":\"\\u00g0\"}",
        "[]"
      })
  void whatIsNotClearGoes(String rules) {
    assertFalse(narrow(rules), rules);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100_000})
  void nestingEnds(int depth) {
    boolean narrow = narrow("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
    assertTrue(narrow == depth < 100);
  }
}
