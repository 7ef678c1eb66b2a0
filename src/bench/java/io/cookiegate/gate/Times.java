package io.cookiegate.gate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Samples of the thread's own time for one run of something, in microseconds. */
final class Times {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long SAMPLE_NANOS = 1_500_000;
  private static final int MOST_RUNS = 256;

  private final List<Double> samples = new ArrayList<>();
  private int runs = 1;

  /** Takes a sample of some runs, each of which is made before the first begins. */
  void sample(Supplier<Runnable> made) {
    Runnable[] all = new Runnable[runs];
    for (int i = 0; i < runs; i++) {
      all[i] = made.get();
    }
    long began = THREADS.getCurrentThreadCpuTime();
    for (Runnable run : all) {
      run.run();
    }
    double each = (THREADS.getCurrentThreadCpuTime() - began) / 1e3 / runs;
    samples.add(each);
    runs = (int) Math.max(1, Math.min(MOST_RUNS, SAMPLE_NANOS / 1e3 / each));
  }

  void forget() {
    samples.clear();
  }

  double least() {
    return sorted().get(0);
  }

  double median() {
    return sorted().get(samples.size() / 2);
  }

  private List<Double> sorted() {
    return samples.stream().sorted().toList();
  }
}
