package io.cookiegate.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Grades the parser on every parsing case of the web platform's cookie tests. */
class SetCookieConformanceTest {
  private static final Path FILE =
      Path.of(
          System.getProperty("cookie-gate.conformance", "../shared/conformance"),
          "set-cookie",
          "wpt.json");

  @Test
  void everyFieldOfTheWebPlatformIsReadAsExpected() {
    List<String> wrong = new ArrayList<>();
    int graded = 0;
    for (JsonNode each : cases()) {
      for (JsonNode header : each.get("perHeader")) {
        grade(header, wrong);
        graded++;
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(Files.exists(FILE) ? 80 : 0, graded);
  }

  private static Iterable<JsonNode> cases() {
    if (Files.exists(FILE)) {
      return JsonMapper.shared().readTree(FILE).get("cases");
    }
    System.out.println("no conformance data at " + FILE + ": Set-Cookie is not graded");
    return List.of();
  }

  private static void grade(JsonNode header, List<String> wrong) {
    SetCookie cookie = SetCookie.parse(header.get("header").asString());
    String found = cookie == null ? "ignored" : cookie.name() + "=" + cookie.value();
    JsonNode parsed = header.get("parsed");
    String expected =
        header.get("ignored").asBoolean()
            ? "ignored"
            : parsed.get("name").asString() + "=" + parsed.get("value").asString();
    if (!found.equals(expected)) {
      wrong.add(header.get("header") + ": " + found + ", not " + expected);
    }
  }
}
