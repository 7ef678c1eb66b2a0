package io.cookiegate.metrics;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Rule;
import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.diagnostic.Position;
import io.cookiegate.gate.Closure;
import io.cookiegate.gate.GateObserver.Outcome;
import io.cookiegate.gate.Recurrence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The document is recorded anew with {@code -Dcookie-gate.record-cases=true}. */
class MetricsTest {
  private static final Path DOCUMENT = Path.of("src/docs/metrics.md");
  private static final Rule RULE =
      new CookieRule(
          new NamePattern.Exact("_ga"),
          null,
          null,
          false,
          LocalizedText.NONE,
          null,
          "google-analytics",
          "statistics",
          Origin.SITE,
          Position.ofFile("test"));

  private final GateMetrics metrics = new GateMetrics(() -> Instant.ofEpochSecond(1_700_000_000));
  private final SiteMetrics site = metrics.site("www.example");

  @AfterEach
  void close() {
    metrics.close();
  }

  private void assertCounted(String line) {
    String scrape = metrics.scrape();
    assertTrue(scrape.lines().anyMatch(line::equals), () -> line + "\nin\n" + own(scrape));
  }

  private static String own(String scrape) {
    return scrape.lines().filter(line -> line.startsWith("cookie_gate")).collect(joining("\n"));
  }

  @Test
  void countsRequestsByStatusAndProtocol() {
    site.answered(200, "HTTP/1.1", 3_000_000, 10);
    site.answered(200, "HTTP/1.1", 700_000_000, 32);
    site.answered(404, "HTTP/2.0", 1, 0);
    assertCounted(
        "cookie_gate_requests_total{code=\"200\",protocol=\"1.1\",site=\"www.example\"} 2.0");
    assertCounted(
        "cookie_gate_requests_total{code=\"404\",protocol=\"2\",site=\"www.example\"} 1.0");
    assertCounted("cookie_gate_answer_bytes_total{site=\"www.example\"} 42.0");
    assertCounted(
        "cookie_gate_request_duration_seconds_bucket{site=\"www.example\",le=\"0.005\"} 2");
    assertCounted("cookie_gate_request_duration_seconds_bucket{site=\"www.example\",le=\"1.0\"} 3");
    assertCounted(
        "cookie_gate_request_duration_seconds_bucket{site=\"www.example\",le=\"0.001\"} 1");
    assertCounted("cookie_gate_request_duration_seconds_count{site=\"www.example\"} 3");
    assertCounted("cookie_gate_request_duration_seconds_sum{site=\"www.example\"} 0.703000001");
  }

  @Test
  void countsWhatWasRemovedByService() {
    site.cookieSet("_ga", RULE, Outcome.REMOVED);
    site.cookieSet("_ga", RULE, Outcome.KEPT);
    site.cookieSent("_ga", RULE, Outcome.EXPIRED);
    site.tag("www.google-analytics.com", RULE, Outcome.REMOVED);
    site.tag("www.google-analytics.com", RULE, Outcome.KEPT);
    assertCounted(
        "cookie_gate_cookies_total{field=\"set-cookie\",outcome=\"removed\","
            + "service=\"google-analytics\",site=\"www.example\"} 1.0");
    assertCounted(
        "cookie_gate_cookies_total{field=\"cookie\",outcome=\"expired\","
            + "service=\"google-analytics\",site=\"www.example\"} 1.0");
    assertCounted(
        "cookie_gate_tags_removed_total{service=\"google-analytics\",site=\"www.example\"} 1.0");
    assertTrue(!metrics.scrape().contains("outcome=\"kept\""));
  }

  @Test
  void aPageThatRecursCountsAsIfEachOfItsTagsWereSeenAgain() {
    Recurrence page =
        site.recurring(
            seen -> {
              seen.tag("a.example", RULE, Outcome.REMOVED);
              seen.tag("b.example", RULE, Outcome.REMOVED);
              seen.tag("c.example", RULE, Outcome.KEPT);
              seen.tag("d.example", null, Outcome.KEPT);
              seen.closed(Closure.LONG_SCRIPT);
            });
    page.again();
    page.again();
    page.again();
    assertCounted(
        "cookie_gate_tags_removed_total{service=\"google-analytics\",site=\"www.example\"} 6.0");
    assertCounted("cookie_gate_unclassified_total{kind=\"tag\",site=\"www.example\"} 3.0");
    assertCounted("cookie_gate_closures_total{reason=\"long-script\",site=\"www.example\"} 3.0");
  }

  @Test
  void countsWhatNoRuleMatchesWithoutItsName() {
    site.cookieSet("secret-name", null, Outcome.KEPT);
    site.cookieSent("secret-name", null, Outcome.REMOVED);
    site.tag("secret.example", null, Outcome.KEPT);
    assertCounted("cookie_gate_unclassified_total{kind=\"set-cookie\",site=\"www.example\"} 1.0");
    assertCounted("cookie_gate_unclassified_total{kind=\"cookie\",site=\"www.example\"} 1.0");
    assertCounted("cookie_gate_unclassified_total{kind=\"tag\",site=\"www.example\"} 1.0");
    assertTrue(!metrics.scrape().contains("secret"));
  }

  @Test
  void countsWhatVisitorsSaid() {
    site.arrived(Consent.GRANTED);
    site.arrived(Consent.UNASKED);
    site.arrived(Consent.UNASKED);
    site.arrived(Consent.REFUSED);
    site.arrived(new Consent(Choice.REFUSED, Set.of("statistics")));
    for (String line : List.of("granted 1", "unasked 2", "refused 1", "some 1")) {
      String[] parts = line.split(" ", -1);
      assertCounted(
          "cookie_gate_consents_total{choice=\"%s\",site=\"www.example\"} %s.0"
              .formatted(parts[0], parts[1]));
    }
  }

  @Test
  void saysWhetherTheConfigurationIsCurrent() {
    assertCounted("cookie_gate_configuration_current 1.0");
    metrics.configurationRefused();
    assertCounted("cookie_gate_configuration_current 0.0");
    assertCounted("cookie_gate_configuration_reloads_total{outcome=\"refused\"} 1.0");
    metrics.configurationTaken();
    assertCounted("cookie_gate_configuration_current 1.0");
    assertCounted("cookie_gate_configuration_reloads_total{outcome=\"taken\"} 1.0");
    assertCounted("cookie_gate_configuration_taken_timestamp_seconds 1.7E9");
  }

  @Test
  void saysWhatBecameOfRecordedChoices() {
    metrics.receipts(() -> new ReceiptNumbers(5, 4, 1, 300, true));
    System.gc(); // what a meter asks must not go
    assertCounted("cookie_gate_receipts_taken_total 5.0");
    assertCounted("cookie_gate_receipts_written_total 4.0");
    assertCounted("cookie_gate_receipts_failed_total 1.0");
    assertCounted("cookie_gate_receipts_waiting_bytes 300.0");
    assertCounted("cookie_gate_receipts_database_away 1.0");
  }

  @Test
  void keepsCountingForASiteThatIsConfiguredAnew() {
    assertEquals(site, metrics.site("www.example"));
  }

  /** Every name that is scraped is in the table, and every name of the table is scraped. */
  @Test
  void scrapesExactlyWhatIsDocumented() {
    site.answered(200, "HTTP/1.0", 1, 1);
    site.upstreamFailed("silent");
    site.rewritten(2, 1);
    site.cutOff();
    site.visitorGone();
    site.retried();
    site.closed(Closure.LONG_TAG);
    site.cookieSet("_ga", RULE, Outcome.REMOVED);
    site.tag("a", RULE, Outcome.REMOVED);
    metrics.ready(() -> true);
    metrics.connections(() -> 3);
    metrics.upstreams(() -> 2, () -> 1);
    metrics.slowHeads(() -> 1);
    metrics.receipts(() -> new ReceiptNumbers(5, 4, 1, 300, true));
    Set<String> scraped = new TreeSet<>();
    metrics
        .scrape()
        .lines()
        .filter(line -> line.startsWith("# TYPE cookie_gate_"))
        .forEach(line -> scraped.add(line.substring("# TYPE ".length())));
    Set<String> documented = new TreeSet<>();
    for (Metric metric : Metric.values()) {
      documented.add(metric.text() + " " + metric.kind().name().toLowerCase(Locale.ROOT));
    }
    assertEquals(documented, scraped);
    assertTrue(metrics.scrape().contains("jvm_memory_used_bytes"));
    assertTrue(metrics.scrape().contains("process_files_open_files"));
  }

  @Test
  void documentsEveryNumber() throws IOException {
    if (Boolean.getBoolean("cookie-gate.record-cases")) {
      Files.writeString(DOCUMENT, document());
    }
    assertEquals(Files.readString(DOCUMENT), document());
  }

  private static String document() {
    return """
        # Metrics

        `/metrics` on the admin port, in the text format of Prometheus. No label ever holds a cookie's name or value, \
        a path or an address. A counter appears with its first event. Beside these there are the numbers of the Java \
        runtime and the process (`jvm_…`, `process_…`, `system_…`), observed from the first scrape on.

        | name | kind | labels | what it counts |
        |---|---|---|---|
        """
        + Arrays.stream(Metric.values()).map(MetricsTest::row).collect(joining());
  }

  private static String row(Metric metric) {
    String labels = metric.labels().stream().map(l -> "`" + l + "`").collect(joining(", "));
    return "| `"
        + metric.text()
        + "` | "
        + metric.kind().name().toLowerCase(Locale.ROOT)
        + " | "
        + labels
        + " | "
        + metric.meaning()
        + " |\n";
  }
}
