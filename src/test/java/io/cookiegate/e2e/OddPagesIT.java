package io.cookiegate.e2e;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** The banner on pages that are each built in another way: in its place, seen, and answered. */
@ExtendWith(OddWorlds.class)
class OddPagesIT {
  private static final int PAGES = 30;
  private static final Set<String> OTHERS =
      Set.of("embeds", "embeds-under-a-policy", "tracked", "tracked-in-folders");
  private static final String BANNER = ".cookie-gate-banner";
  private static final String REFUSE = BANNER + " button[value=refuse]";

  /** What of the page's content stands before the banner, in the order of the document. */
  private static final String BEFORE =
      """
      banner => {
        const before = [];
        for (let e = banner; e !== document.body; e = e.parentElement)
          for (let s = e.previousElementSibling; s; s = s.previousElementSibling)
            if (!/^(.*:)?(LINK|SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/i.test(s.tagName)) before.push(s.tagName);
        return before.join();
      }""";

  /** Which of its controls cannot be hit in their middle, or lie outside the window. */
  private static final String COVERED =
      """
      banner => Array.from(banner.querySelectorAll('button, a')).filter(e => {
        const r = e.getBoundingClientRect();
        const hit = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
        return hit !== e || r.left < 0 || r.right > document.documentElement.clientWidth + 1
            || r.height < 24 || r.width < 24;
      }).map(e => e.textContent + JSON.stringify(e.getBoundingClientRect())).join()""";

  /** How the two answers look; the same for both where they are equally prominent. */
  private static final String LOOKS =
      """
      button => {
        const s = getComputedStyle(button);
        return [s.color, s.backgroundColor, s.fontSize, s.fontWeight, s.borderTopWidth, s.padding,
            s.opacity, s.visibility, s.width, s.height].join(' ');
      }""";

  private static OddWorld world;

  @BeforeAll
  static void start() {
    world = OddWorlds.world();
  }

  private static List<OddPage> pages() throws Exception {
    List<OddPage> pages = new ArrayList<>();
    for (String name : OddPage.names()) {
      if (!OTHERS.contains(name)) {
        pages.add(OddPage.read(name));
      }
    }
    assertEquals(PAGES, pages.size());
    return pages;
  }

  @Test
  void aWideWindowWithScripts() throws Exception {
    everyPage(true, 1440, "en");
  }

  @Test
  void aNarrowWindowWithoutScripts() throws Exception {
    everyPage(false, 320, "sv");
  }

  private static void everyPage(boolean scripts, int width, String language) throws Exception {
    try (Person visitor = new Person(world.chromium, scripts, width, language)) {
      List<Executable> checks = new ArrayList<>();
      for (OddPage page : pages()) {
        checks.add(() -> check(visitor, page, scripts, width));
      }
      assertAll(checks);
    }
  }

  private static void check(Person visitor, OddPage page, boolean scripts, int width)
      throws Exception {
    visitor.forget();
    visitor.visitWhole(
        page.name()); // with the banner's style sheet and, where it may run, its script
    Locator banner = visitor.page.locator(BANNER);
    assertEquals(page.asks() ? 1 : 0, banner.count(), page.name() + ": banners");
    visitor.glance("odd-" + page.name() + "-" + width);
    if (!page.asks()) {
      return;
    }
    assertEquals("", before(banner, page), page.name() + ": before the banner");
    assertEquals("", banner.evaluate(COVERED), page.name() + ": covered");
    assertEquals(
        banner.locator("button[value=accept]").evaluate(LOOKS),
        banner.locator("button[value=refuse]").evaluate(LOOKS),
        page.name() + ": looks");
    visitor.tabTo(REFUSE);
    visitor.page.keyboard().press("Enter");
    visitor.page.locator(BANNER + " button").first().waitFor(gone());
    assertEquals(scripts ? 1 : 0, banner.count(), page.name() + ": banners after the answer");
    assertEquals(Person.ORIGIN + "/" + page.name(), visitor.page.url());
    // Where a policy forbids fetching, it is said that the choice is saved before the answer is
    // there.
    visitor.page.waitForCondition(() -> visitor.cookies().containsKey("acceptcookies"));
    assertEquals("false", visitor.cookies().get("acceptcookies"), page.name());
    visitor.visit(page.name());
    assertEquals(0, banner.count(), page.name() + ": banners after the answer");
    assertTrue(visitor.context.pages().size() <= 2, page.name() + ": opened another window");
  }

  // A page of text alone has no tag to stand before: its banner comes at the end.
  private static Object before(Locator banner, OddPage page) {
    return page.name().equals("text-alone") ? "" : banner.evaluate(BEFORE);
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
  }
}
