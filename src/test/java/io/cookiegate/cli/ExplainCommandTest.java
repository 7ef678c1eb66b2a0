package io.cookiegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainCommandTest {
  private static final Path CLASSIFICATION = Path.of("config/classification.yaml").toAbsolutePath();

  @TempDir private Path directory;
  private Path config;

  @BeforeEach
  void configure() throws IOException {
    config =
        Files.writeString(
            directory.resolve("gate.yaml"),
            """
            listen: [{ port: 8080 }]
            classification: %s
            sites:
              - { hosts: [www.ciszere.example], upstream: "http://127.0.0.1:1" }
              - { hosts: [strict.example], upstream: "http://127.0.0.1:1", mode: observe, unclassified: { cookies: remove, tags: remove } }
            """
                .formatted(CLASSIFICATION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --cookie     | _ga                                            | remove  | google-analytics
          --cookie     | __ga                                           | remove  | google-analytics
          --cookie     | _gat_UA-23336661-4                             | remove  | google-analytics
          --cookie     | preferedstartpage                              | keep    | ciszere-start-page
          --cookie     | acceptcookies                                  | keep    | ciszere-consent
          --cookie     | pseCookie                                      | remove  | ciszere-unstated
          --cookie     | IDE                                            | keep    |
          --cookie     | nobody-knows                                   | keep    |
          --set-cookie | IDE=1; Domain=.doubleclick.net                 | remove  | doubleclick
          --set-cookie | _ga=1                                          | remove  | google-analytics
          --set-cookie | acceptcookies=true; Max-Age=999999999; Path=/  | shorten | ciszere-consent
          --set-cookie | acceptcookies=true; Max-Age=99                 | keep    | ciszere-consent
          --set-cookie | nobody-knows=1                                 | keep    |
          --set-cookie | =_ga=1                                         | remove  | google-analytics
          --set-cookie | =                                              | remove  |
          --set-cookie | __Host-id=1                                    | remove  |
          --set-cookie | _ga=; Max-Age=0                                | keep    | google-analytics
          --url        | https://www.google-analytics.com/analytics.js  | remove  | google-analytics
          --url        | //WWW.Google-Analytics.COM./collect            | remove  | google-analytics
          --url        | https://cdn.example.net/x.png                  | keep    |
          --url        | /images/logo.png                               | keep    |
          --url        | data:text/plain,x                              | keep    |
          """)
  void saysWhatBecomesOfIt(String option, String subject, String verdict, String service)
      throws Exception {
    JsonNode answer = json(option, subject);
    assertEquals(verdict, answer.path("verdict").asString(), answer::toString);
    assertEquals(
        service == null ? "" : service, answer.path("service").asString(""), answer::toString);
  }

  @Test
  void saysWhyAFieldGoesThatNoBrowserTakesAndWhyADeletionStays() throws Exception {
    assertTrue(text("--set-cookie", "=").contains("cannot be judged is not sent"));
    assertTrue(text("--set-cookie", "_ga=; Max-Age=0").contains("only deletes a cookie"));
    assertTrue(text("--set-cookie", "=_ga=1").startsWith("_ga: removed"));
  }

  private String text(String option, String subject) {
    return Run.of("explain", "--config", config.toString(), option, subject).out();
  }

  @Test
  void saysWhichRuleDecidedAndWhereItIsWritten() throws Exception {
    JsonNode answer = json("--cookie", "_ga");
    assertEquals("statistics", answer.path("category").asString());
    assertTrue(answer.path("needs-consent").asBoolean());
    assertEquals("_ga", answer.path("rule").asString());
    String written = answer.path("written").asString();
    int line = Integer.parseInt(written.split(":", -1)[1]);
    assertTrue(Files.readAllLines(CLASSIFICATION).get(line - 1).contains("name: _ga,"), written);
  }

  @Test
  void explainsASiteThatOnlyObservesAsIfItActed() throws Exception {
    assertEquals(
        "remove",
        json("--site", "strict.example", "--cookie", "nobody-knows").path("verdict").asString());
    assertEquals(
        "remove",
        json("--site", "STRICT.example", "--url", "//cdn.example.net/x")
            .path("verdict")
            .asString());
  }

  @Test
  void saysItInWords() {
    Run run = Run.of("explain", "--config", config.toString(), "--cookie", "pseCookie");
    assertTrue(run.out().startsWith("pseCookie: removed without consent\n"), run.out());
    assertTrue(run.out().contains("\n  category  marketing\n  consent   needed\n"), run.out());
    assertTrue(run.out().contains("\n  reason    Neither its name nor the policy"), run.out());
  }

  @Test
  void readsTheUsualConfigurationWhereNoneIsNamed() {
    Run run = Run.of("explain", "--url", "https://connect.facebook.net/en_US/fbevents.js");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("removed without consent"), run.out());
  }

  @Test
  void refusesASiteThatIsNotThere() {
    Run run =
        Run.of(
            "explain", "--config", config.toString(), "--site", "other.example", "--cookie", "a");
    assertEquals(1, run.status());
    assertEquals("cookie-gate: No site in " + config + " answers to other.example.\n", run.err());
  }

  private JsonNode json(String... arguments) throws Exception {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(
        new String[] {"explain", "--config", config.toString(), "--json"}, 0, all, 0, 4);
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    Run run = Run.of(all);
    assertEquals(0, run.status(), run.err());
    return JsonMapper.builder().build().readTree(run.out());
  }
}
