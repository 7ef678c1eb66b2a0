package io.cookiegate.metrics;

import io.cookiegate.gate.Recurrences;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All numbers of one running gate. Safe for use by many threads, without a lock while it counts. */
public final class GateMetrics implements AutoCloseable {
  /** The media type of {@link #scrape}: the text format of Prometheus. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Latencies latencies = new Latencies();

  /** A meter keeps what it asks by a weak reference only. */
  private final List<LongSupplier> counted = new CopyOnWriteArrayList<>();

  private final Map<String, SiteMetrics> sites = new ConcurrentHashMap<>();
  private final Recurrences recurrences = new Recurrences();
  private final InstantSource clock;
  private @Nullable RuntimeMetrics runtime;
  private volatile boolean current = true;
  private volatile long taken;

  /** Numbers that begin at nothing. Those of the Java runtime come with the first {@link #scrape}. */
  public GateMetrics(InstantSource clock) {
    this.clock = clock;
    this.taken = clock.instant().getEpochSecond();
    registry.getPrometheusRegistry().register(latencies);
    gauge(Metric.CONFIGURATION_CURRENT, () -> current ? 1 : 0);
    gauge(Metric.CONFIGURATION_TAKEN, () -> taken);
    counter(Metric.CONFIGURATION_RELOADS, "taken");
    counter(Metric.CONFIGURATION_RELOADS, "refused");
  }

  /** The numbers of a site, for its gate to observe with; the same for the same name. */
  public SiteMetrics site(String name) {
    return sites.computeIfAbsent(name, site -> new SiteMetrics(this, site));
  }

  /** A changed configuration is in use. */
  public void configurationTaken() {
    current = true;
    taken = clock.instant().getEpochSecond();
    counter(Metric.CONFIGURATION_RELOADS, "taken").increment();
  }

  /** A changed configuration was refused. */
  public void configurationRefused() {
    current = false;
    counter(Metric.CONFIGURATION_RELOADS, "refused").increment();
  }

  /** Whether the gate takes visitors, asked at every scrape. */
  public void ready(BooleanSupplier ready) {
    gauge(Metric.READY, () -> ready.getAsBoolean() ? 1 : 0);
  }

  /** How many connections of visitors are open, asked at every scrape. */
  public void connections(IntSupplier connections) {
    gauge(Metric.CONNECTIONS, connections::getAsInt);
  }

  /** How many connections were closed because a head did not come in time. */
  public void slowHeads(LongSupplier closed) {
    counter(Metric.SLOW_HEADS, closed);
  }

  /** How many connections to upstreams are open, and how many requests wait for one. */
  public void upstreams(IntSupplier connections, IntSupplier waiting) {
    gauge(Metric.UPSTREAM_CONNECTIONS, connections::getAsInt);
    gauge(Metric.UPSTREAM_WAITING, waiting::getAsInt);
  }

  /** What has become of choices that are recorded. */
  public void receipts(Supplier<ReceiptNumbers> now) {
    counter(Metric.RECEIPTS_TAKEN, () -> now.get().taken());
    counter(Metric.RECEIPTS_WRITTEN, () -> now.get().written());
    counter(Metric.RECEIPTS_FAILED, () -> now.get().failed());
    gauge(Metric.RECEIPTS_WAITING, () -> now.get().waitingBytes());
    gauge(Metric.RECEIPTS_AWAY, () -> now.get().away() ? 1 : 0);
  }

  /** All numbers in the text format of Prometheus. */
  public String scrape() {
    observeRuntime();
    recurrences.settle();
    return registry.scrape(CONTENT_TYPE);
  }

  // Who never asks for numbers does not pay for the management beans, nor does the start.
  private synchronized void observeRuntime() {
    if (runtime == null) {
      runtime = RuntimeMetrics.of(registry);
    }
  }

  /** The pages that recur, of all sites. */
  Recurrences recurrences() {
    return recurrences;
  }

  Counter counter(Metric metric, String... values) {
    String name = metric.text().replaceFirst("_total$", "");
    return Counter.builder(name)
        .description(metric.meaning())
        .tags(tags(metric, values))
        .register(registry);
  }

  /** One that somebody else counts. */
  private void counter(Metric metric, LongSupplier now) {
    String name = metric.text().replaceFirst("_total$", "");
    FunctionCounter.builder(name, now, LongSupplier::getAsLong)
        .description(metric.meaning())
        .register(registry);
    counted.add(now);
  }

  LatencyCounts latency(String site) {
    return latencies.of(site);
  }

  private void gauge(Metric metric, LongSupplier now) {
    Gauge.builder(metric.text(), now, LongSupplier::getAsLong)
        .description(metric.meaning())
        .strongReference(true)
        .register(registry);
  }

  private static Tags tags(Metric metric, String... values) {
    Tags tags = Tags.empty();
    for (int i = 0; i < values.length; i++) {
      tags = tags.and(metric.labels().get(i), values[i]);
    }
    return tags;
  }

  @Override
  public synchronized void close() {
    if (runtime != null) {
      runtime.close();
    }
    registry.close();
  }
}
