package io.cookiegate.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * How long requests took, by site: a histogram. Micrometer's own timer keeps the longest of late, too,
 * in a way that now and then goes where it never went: then all the code is thrown away that HotSpot
 * has made of what a request does, and for seconds requests are slow.
 */
final class Latencies implements Collector {
  private final Map<String, LatencyCounts> sites = new ConcurrentSkipListMap<>();

  /** The counts of a site. */
  LatencyCounts of(String site) {
    return sites.computeIfAbsent(site, name -> new LatencyCounts());
  }

  @Override
  public MetricSnapshot collect() {
    HistogramSnapshot.Builder histogram =
        HistogramSnapshot.builder().name(Metric.LATENCY.text()).help(Metric.LATENCY.meaning());
    sites.forEach((site, counts) -> histogram.dataPoint(point(site, counts)));
    return histogram.build();
  }

  private static HistogramDataPointSnapshot point(String site, LatencyCounts counts) {
    return HistogramDataPointSnapshot.builder()
        .labels(Labels.of(Metric.LATENCY.labels().get(0), site))
        .classicHistogramBuckets(counts.buckets())
        .sum(counts.seconds())
        .build();
  }
}
