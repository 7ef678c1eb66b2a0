package io.cookiegate.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import java.util.concurrent.atomic.LongAdder;

/** How many requests of one site took how long. Safe for use by many threads, without a lock. */
final class LatencyCounts {
  private static final double NANOS = 1e9;
  private static final long[] MICROSECONDS = {
    1_000,
    2_000,
    5_000,
    10_000,
    25_000,
    50_000,
    100_000,
    250_000,
    500_000,
    1_000_000,
    2_500_000,
    5_000_000,
    10_000_000,
    30_000_000
  };

  private final LongAdder[] counts = new LongAdder[MICROSECONDS.length + 1];
  private final LongAdder nanos = new LongAdder();

  LatencyCounts() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  /** A request took so long. */
  void record(long tookNanos) {
    counts[bucket(tookNanos)].increment();
    nanos.add(tookNanos);
  }

  // No branch depends on the time: one that is hardly ever taken is a trap in compiled code, and
  // the first request that is slow would have it all compiled again.
  private static int bucket(long tookNanos) {
    int bucket = 0;
    for (long bound : MICROSECONDS) {
      bucket += (int) ((1000 * bound - tookNanos) >>> (Long.SIZE - 1));
    }
    return bucket;
  }

  /** The counts with their upper bounds in seconds. */
  ClassicHistogramBuckets buckets() {
    double[] bounds = new double[counts.length];
    long[] numbers = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      bounds[i] = i < MICROSECONDS.length ? MICROSECONDS[i] / 1e6 : Double.POSITIVE_INFINITY;
      numbers[i] = counts[i].sum();
    }
    return ClassicHistogramBuckets.of(bounds, numbers);
  }

  /** How long all took together. */
  double seconds() {
    return nanos.sum() / NANOS;
  }
}
