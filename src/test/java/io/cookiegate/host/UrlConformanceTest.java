package io.cookiegate.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Grades the URL parser on the web platform's own cases. */
class UrlConformanceTest {
  @Test
  void everyCaseOfTheWebPlatformIsReadAsExpected() {
    List<JsonNode> cases = ConformanceFolder.cases("url/urltestdata.json");
    List<String> wrong = new ArrayList<>();
    for (JsonNode each : cases) {
      grade(each, wrong);
    }
    assertEquals(List.of(), wrong);
    assertEquals(ConformanceFolder.isThere() ? 891 : 0, cases.size());
  }

  private static void grade(JsonNode each, List<String> wrong) {
    WebUrl url = read(each);
    String found = url == null ? "failure" : parts(url);
    String expected = each.has("failure") ? "failure" : expectedParts(each);
    if (!found.equals(expected)) {
      wrong.add(
          each.get("input") + " base " + each.get("base") + ": " + found + ", not " + expected);
    }
  }

  private static @Nullable WebUrl read(JsonNode each) {
    WebUrl base =
        each.get("base").isNull() ? null : WebUrl.parse(each.get("base").asString(), null);
    boolean baseFails = base == null && !each.get("base").isNull();
    return baseFails ? null : WebUrl.parse(each.get("input").asString(), base);
  }

  private static String parts(WebUrl url) {
    return String.join(
        " ",
        url.href(),
        url.scheme(),
        Objects.requireNonNullElse(url.host(), ""),
        url.port() < 0 ? "" : "" + url.port(),
        url.path());
  }

  private static String expectedParts(JsonNode each) {
    String protocol = each.get("protocol").asString();
    return String.join(
        " ",
        each.get("href").asString(),
        protocol.substring(0, protocol.length() - 1),
        each.get("hostname").asString(),
        each.get("port").asString(),
        each.get("pathname").asString());
  }

  @Test
  void everyDomainGoesToAsciiAsExpected() {
    List<JsonNode> cases = ConformanceFolder.cases("url/toascii.json");
    List<String> wrong = new ArrayList<>();
    for (JsonNode each : cases) {
      String input = each.get("input").asString();
      WebUrl url = WebUrl.parse("https://" + input + "/x", null);
      String expected = each.get("output").isNull() ? null : each.get("output").asString();
      if (!Objects.equals(expected, url == null ? null : url.host())) {
        wrong.add(input + ": " + url + ", not " + expected);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(ConformanceFolder.isThere() ? 87 : 0, cases.size());
  }

  @Test
  void pathsArePercentEncodedAsUtf8() {
    List<JsonNode> cases = ConformanceFolder.cases("url/percent-encoding.json");
    for (JsonNode each : cases) {
      WebUrl url = WebUrl.parse("https://doc.invalid/?#" + each.get("input").asString(), null);
      assertEquals(
          each.get("output").get("utf-8").asString(), Objects.requireNonNull(url).fragment());
    }
    assertEquals(ConformanceFolder.isThere() ? 7 : 0, cases.size());
  }

  @Test
  void aBaseThatIsNoUrlGivesNothing() {
    assertNull(WebUrl.parse("/relative", null));
  }
}
