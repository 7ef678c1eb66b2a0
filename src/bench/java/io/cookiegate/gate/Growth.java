package io.cookiegate.gate;

import io.cookiegate.classification.Classification;
import io.cookiegate.consent.Consent;
import io.cookiegate.html.GeneratedPage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What more rules and more services cost a page that is rewritten, and the decision about its head:
 * few and many by turns in one process, the thread's own time, so that what else the machine does
 * takes from both alike.
 *
 * <p>{@code mvn -Pbench test-compile exec:exec -Dbench.main=io.cookiegate.gate.Growth
 * -Dbench=target/peers/www/page.html}: the files that are named, and the generated pages. Between commas,
 * {@code literals} and the like pick kinds of rules, and {@code new} says that no script came before.
 */
final class Growth {
  private static final List<String> KINDS = List.of("hosts", "literals", "cookies", "all");
  private static final int SAMPLES = 61;
  private static final long SAMPLE_NANOS = 4_000_000;
  private static final long WARM_NANOS = 2_500_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static boolean remembers = true;

  private Growth() {}

  public static void main(String[] arguments) throws IOException {
    List<String> asked = List.of(String.join(",", arguments).split(",", -1));
    remembers = !asked.contains("new");
    Map<String, byte[]> pages = pages(asked);
    List<String> kinds = KINDS.stream().filter(asked::contains).toList();
    for (String kind : kinds.isEmpty() ? KINDS : kinds) {
      Classification few = ManyRules.of(kind, 10);
      Classification many = ManyRules.of(kind, 100_000);
      pages.forEach(
          (name, page) -> pair("10 to 100,000 rules, " + kind, name, few, many, page, page));
      compare("10 to 100,000 rules, " + kind, "heads", new HeadLoad(few), new HeadLoad(many));
    }
    if (kinds.isEmpty()) {
      services(pages);
    }
  }

  private static void services(Map<String, byte[]> pages) {
    Classification one = ManyRules.services(1);
    Classification thousand = ManyRules.services(1000);
    pages.forEach(
        (name, page) -> pair("1 to 1,000 services of the site", name, one, thousand, page, page));
    pair(
        "1 to 1,000 services on the page",
        "tags",
        thousand,
        thousand,
        ManyRules.tags(1),
        ManyRules.tags(1000));
  }

  private static Map<String, byte[]> pages(List<String> arguments) throws IOException {
    Map<String, byte[]> pages = new LinkedHashMap<>();
    for (String argument : arguments) {
      Path file = Path.of(argument);
      if (Files.isRegularFile(file)) {
        pages.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    for (GeneratedPage page : GeneratedPage.values()) {
      pages.put(page.name().toLowerCase(Locale.ROOT), page.bytes());
    }
    return pages;
  }

  private static void pair(
      String what,
      String name,
      Classification few,
      Classification many,
      byte[] fewPage,
      byte[] manyPage) {
    compare(what, name, load(few, fewPage), load(many, manyPage));
  }

  /** What is seen on the page is counted as in production. */
  private static PageLoad load(Classification classification, byte[] page) {
    return new PageLoad(
        new RewritePlan(
            CatalogueSite.rules(classification),
            new Counted(),
            remembers
                ? Gating.remembering(classification, Consent.UNASKED)
                : Gating.of(classification, Consent.UNASKED),
            CatalogueSite.page()),
        page);
  }

  private static void compare(String what, String name, Runnable few, Runnable many) {
    long times = warm(few, many);
    double[] a = new double[SAMPLES];
    double[] b = new double[SAMPLES];
    double[] ratios = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      boolean swapped = i % 2 == 1;
      double first = sample(swapped ? many : few, times);
      double second = sample(swapped ? few : many, times);
      a[i] = swapped ? second : first;
      b[i] = swapped ? first : second;
      ratios[i] = b[i] / a[i];
    }
    Arrays.sort(a);
    Arrays.sort(b);
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%-34s %-14s least %8.2f %8.2f us %5.3f; median %8.2f %8.2f us, of the ratios %5.3f%n",
        what,
        name,
        a[0],
        b[0],
        b[0] / a[0],
        a[SAMPLES / 2],
        b[SAMPLES / 2],
        ratios[SAMPLES / 2]);
  }

  private static long warm(Runnable few, Runnable many) {
    long end = System.nanoTime() + WARM_NANOS;
    long times = 1;
    while (System.nanoTime() < end) {
      double each = sample(few, times) + sample(many, times);
      times = Math.max(1, (long) (SAMPLE_NANOS / 1000 * 2 / each));
    }
    return times;
  }

  /** Microseconds of the thread for each time. */
  private static double sample(Runnable load, long times) {
    load.run();
    long began = THREADS.getCurrentThreadCpuTime();
    for (long i = 0; i < times; i++) {
      load.run();
    }
    return (THREADS.getCurrentThreadCpuTime() - began) / 1e3 / times;
  }

  /** A request and its answer with eight cookies. */
  private static final class HeadLoad implements Runnable {
    private final DecisionBenchmark heads;
    private int edits;

    HeadLoad(Classification classification) {
      heads = new DecisionBenchmark(CatalogueSite.rules(classification), new Counted());
      heads.visitor();
    }

    @Override
    public void run() {
      edits += heads.page().hashCode();
    }
  }
}
