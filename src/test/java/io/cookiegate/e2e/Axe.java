package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Deque's axe-core: what WCAG 2.2 AA and good practice find wrong with a page. */
final class Axe {
  private static final String SCRIPT = script();

  /** The rules that looked at something count, so that a page on which nothing ran is seen. */
  private static final String RUN =
      """
      async ([scope, rules]) => {
        const result = await axe.run(scope ? { include: [scope] } : document,
            { iframes: false, rules: Object.fromEntries(rules.map(r => [r, { enabled: false }])) });
        return [result.passes.length, ...result.violations.map(v =>
            v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | '))];
      }""";

  private Axe() {}

  /** Fails unless a page is without fault. */
  static void check(Page page, String what) {
    check(page.mainFrame(), what, "", List.of());
  }

  /** Fails unless a part of a page is; the rest of the page is not ours. */
  static void checkPart(Page page, String what, String selector) {
    check(page.mainFrame(), what, selector, List.of());
  }

  static void check(Frame frame, String what, String selector, List<String> without) {
    frame.evaluate(SCRIPT);
    List<?> result = (List<?>) frame.evaluate(RUN, List.of(selector, without));
    assertTrue(((Number) result.get(0)).intValue() > 5, () -> what + ": " + result);
    assertEquals(List.of(), result.subList(1, result.size()), what);
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError("axe-core cannot be read.", e);
    }
  }
}
