package io.cookiegate.cli;

import io.cookiegate.config.ConfigWatch;
import io.cookiegate.config.GateConfig;
import io.cookiegate.diagnostic.Finding;
import io.cookiegate.metrics.GateMetrics;
import io.cookiegate.proxy.ProxyStartException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a changed configuration into use, all of it or nothing, and says how that went: in the log and
 * on the page of readiness.
 */
final class Reloads implements ConfigWatch.Receiver<GateConfig> {
  /** What a configuration is put into. */
  interface Use {
    /** Uses it from the next request on, or not at all. */
    void use(GateConfig config) throws ProxyStartException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Reloads.class);
  private static final int SHOWN = 20;

  private final Use use;
  private final GateConfig started;
  private final GateMetrics metrics;
  private final InstantSource clock;
  private volatile String notes;

  Reloads(GateConfig started, Use use, GateMetrics metrics, InstantSource clock) {
    this.metrics = metrics;
    this.started = started;
    this.use = use;
    this.clock = clock;
    this.notes = current(started);
  }

  /** What the page of readiness says of it. */
  String notes() {
    return notes;
  }

  @Override
  public void changed(GateConfig config) {
    try {
      use.use(config);
    } catch (ProxyStartException e) {
      refuse(List.of(String.valueOf(e.getMessage())));
      return;
    } catch (RuntimeException e) { // nobody else would say so
      refuse(List.of("it could not be put to use: " + e));
      return;
    }
    LOG.info("configuration taken: classification {}", version(config));
    List<String> waiting = Restart.needed(started, config);
    if (!waiting.isEmpty()) {
      String keys = String.join(", ", waiting);
      LOG.warn("configuration: what has changed in {} takes effect at the next start", keys);
    }
    metrics.configurationTaken();
    notes = current(config) + waiting(waiting);
  }

  private static String waiting(List<String> keys) {
    return keys.isEmpty() ? "" : "at the next start only: " + String.join(", ", keys) + "\n";
  }

  @Override
  public void refused(List<Finding> findings) {
    refuse(findings.stream().map(Finding::toString).toList());
  }

  private void refuse(List<String> problems) {
    LOG.error("configuration refused, the one before stays in use; problems: {}", problems.size());
    problems.forEach(problem -> LOG.error("configuration: {}", problem));
    metrics.configurationRefused();
    notes = before() + refusal(problems);
  }

  /** The first line: what is in use. */
  private String before() {
    return notes.lines().findFirst().orElse("") + "\n";
  }

  private String refusal(List<String> problems) {
    Stream<String> shown = problems.stream().limit(SHOWN).map(problem -> "  " + problem + "\n");
    String head = "refused at " + now() + ", problems: " + problems.size() + "\n";
    return head + String.join("", shown.toList());
  }

  private String current(GateConfig config) {
    return "configuration in use since " + now() + ", classification " + version(config) + "\n";
  }

  private static String version(GateConfig config) {
    return config.classification().version().substring(0, 12);
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
