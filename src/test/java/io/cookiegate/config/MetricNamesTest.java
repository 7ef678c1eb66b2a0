package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The metrics that the alerts and the dashboard in config/ look at. */
class MetricNamesTest {
  private static final Pattern METRIC = Pattern.compile("\\bcookie_gate_[a-z_]+");

  @Test
  void everyMetricIsLookedAtAndThereIsNoOther() throws IOException {
    Set<String> documented = names("src/docs/metrics.md");
    Set<String> used = names("config/prometheus/alerts.yaml");
    used.addAll(names("config/grafana/cookie-gate.json"));
    assertTrue(documented.size() >= 15, documented::toString);
    assertEquals(
        documented,
        used.stream()
            .map(name -> name.replaceFirst("_(bucket|sum|count)$", ""))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Set<String> names(String file) throws IOException {
    Set<String> names = new TreeSet<>();
    for (Matcher matcher = METRIC.matcher(Files.readString(Path.of(file))); matcher.find(); ) {
      names.add(matcher.group());
    }
    return names;
  }
}
