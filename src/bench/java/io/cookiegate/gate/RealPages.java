package io.cookiegate.gate;

import io.cookiegate.html.GeneratedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What real pages cost the gate, beside a plain copy of as many bytes from memory to memory and
 * jsoup's parse: page by page, all of them by turns in one process, the thread's own time. The gate
 * is the one of {@link RewriteBenchmark}, and is measured twice: with scripts that came before, as
 * those of a site's pages do, and with scripts that never came.
 *
 * <p>{@code mvn -Pbench test-compile exec:exec -Dbench.main=io.cookiegate.gate.RealPages
 * -Dbench=FOLDER}: all {@code source.html} below a folder, or where there are none all {@code
 * *.html}, and the generated pages.
 */
final class RealPages {
  private static final int WARM_ROUNDS = Integer.getInteger("warm", 8);
  private static final int ROUNDS = Integer.getInteger("rounds", 15);
  private static final double GOAL = 0.07;
  private static final double FLOOR = 0.052;
  private static final double TIMES_JSOUP = 8;

  private RealPages() {}

  public static void main(String[] arguments) throws IOException {
    List<RealPage> generated = new ArrayList<>();
    for (GeneratedPage page : GeneratedPage.values()) {
      generated.add(new RealPage(page.name().toLowerCase(Locale.ROOT), page.bytes()));
    }
    List<RealPage> pages = read(Path.of(arguments[0]));
    if (pages.isEmpty()) {
      throw new IllegalArgumentException(arguments[0] + ": no *.html");
    }
    List<RealPage> all = new ArrayList<>(pages);
    all.addAll(generated);
    measure(all);
    System.out.println(RealPage.HEADING);
    all.forEach(System.out::println);
    total(pages);
  }

  private static List<RealPage> read(Path folder) throws IOException {
    List<RealPage> sources = read(folder, "source.html");
    return sources.isEmpty() ? read(folder, ".html") : sources;
  }

  private static List<RealPage> read(Path folder, String end) throws IOException {
    List<RealPage> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(end)).sorted().toList()) {
        pages.add(new RealPage(folder.relativize(file).toString(), Files.readAllBytes(file)));
      }
    }
    return pages;
  }

  private static void measure(List<RealPage> pages) {
    for (int round = 0; round < WARM_ROUNDS; round++) {
      pages.forEach(RealPage::sample);
    }
    pages.forEach(RealPage::forget);
    for (int round = 0; round < ROUNDS; round++) {
      pages.forEach(RealPage::sample);
    }
  }

  private static void total(List<RealPage> pages) {
    System.out.printf(
        Locale.ROOT,
        "%d pages, %.1f MB, least times: gate %.1f ms, scripts never seen %.1f, copy %.2f,"
            + " jsoup's parse %.1f%n",
        pages.size(),
        sum(pages, page -> page.length() / 1e6),
        sum(pages, page -> page.gate().least() / 1e3),
        sum(pages, page -> page.unseen().least() / 1e3),
        sum(pages, page -> page.copy().least() / 1e3),
        sum(pages, page -> page.jsoup().least() / 1e3));
    ratios("of the totals", pages, RealPages::ofTotals);
    ratios("geometric means", pages, RealPages::geometric);
    System.out.printf(
        Locale.ROOT,
        "of %d pages, %d at %.2f of a copy or more, %d below %.3f, %d at %.0f times jsoup or more%n",
        pages.size(),
        count(pages, page -> page.ofCopy() >= GOAL),
        GOAL,
        count(pages, page -> page.ofCopy() < FLOOR),
        FLOOR,
        count(pages, page -> page.timesJsoup() >= TIMES_JSOUP),
        TIMES_JSOUP);
  }

  /** How two kinds of time of some pages compare. */
  private interface Mean {
    double of(List<RealPage> pages, ToDoubleFunction<RealPage> a, ToDoubleFunction<RealPage> b);
  }

  private static void ratios(String name, List<RealPage> pages, Mean mean) {
    System.out.printf(
        Locale.ROOT,
        "%-15s  of a copy %.4f (medians %.4f, scripts never seen %.4f), times jsoup %.2f"
            + " (medians %.2f, scripts never seen %.2f)%n",
        name,
        mean.of(pages, page -> page.copy().least(), page -> page.gate().least()),
        mean.of(pages, page -> page.copy().median(), page -> page.gate().median()),
        mean.of(pages, page -> page.copy().least(), page -> page.unseen().least()),
        mean.of(pages, page -> page.jsoup().least(), page -> page.gate().least()),
        mean.of(pages, page -> page.jsoup().median(), page -> page.gate().median()),
        mean.of(pages, page -> page.jsoup().least(), page -> page.unseen().least()));
  }

  private static double ofTotals(
      List<RealPage> pages, ToDoubleFunction<RealPage> a, ToDoubleFunction<RealPage> b) {
    return sum(pages, a) / sum(pages, b);
  }

  private static double geometric(
      List<RealPage> pages, ToDoubleFunction<RealPage> a, ToDoubleFunction<RealPage> b) {
    double logs = sum(pages, page -> Math.log(a.applyAsDouble(page) / b.applyAsDouble(page)));
    return Math.exp(logs / pages.size());
  }

  private static double sum(List<RealPage> pages, ToDoubleFunction<RealPage> each) {
    return pages.stream().mapToDouble(each).sum();
  }

  private static long count(List<RealPage> pages, Predicate<RealPage> which) {
    return pages.stream().filter(which).count();
  }
}
