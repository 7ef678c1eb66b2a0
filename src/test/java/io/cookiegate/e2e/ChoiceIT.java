package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What visitors can do and see: answer, choose, withdraw, allow one embed; with scripts and without. */
@Timeout(300)
@ExtendWith(OddWorlds.class)
class ChoiceIT {
  private static final String BANNER = ".cookie-gate-banner";
  private static final String PREFERENCES = ".cookie-gate/preferences";
  private static final int MOST_BYTES = 6 * 1024;

  /** The layout shifts that came without the visitor doing anything (Layout Instability API). */
  private static final String SHIFT =
      """
      () => new Promise(resolve => {
        let sum = 0;
        new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
            .observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 200));
      })""";

  private static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

  private static OddWorld world;

  @BeforeAll
  static void start() {
    world = OddWorlds.world();
  }

  private static Person person(boolean scripts, int width, String language) throws Exception {
    return new Person(world.chromium, scripts, width, language);
  }

  @Test
  void aHalfFilledInFormStaysWhereScriptsRun() throws Exception {
    try (Person person = person(true, 1440, "en")) {
      person.visitWhole("one-form-around-all").page.fill("#name", "Karin");
      person.page.click(BANNER + " button[value=accept]");
      Locator saved = person.page.locator(BANNER + " [role=status]");
      saved.waitFor();
      assertTrue(saved.textContent().startsWith("Your choice is saved."), saved.textContent());
      assertEquals("Karin", person.page.inputValue("#name"));
      assertEquals("true", person.cookies().get("acceptcookies"));
      assertEquals(1, person.page.locator(BANNER + " [role=status]:focus").count());
      Axe.checkPart(person.page, "saved", BANNER);
      person.page.click("#send");
      person.page.waitForURL("**/sent");
    }
  }

  /** Until then the banner is a form like any other, which leads back to the page. */
  @Test
  void whoeverAnswersBeforeTheScriptHasComeIsHeardToo() throws Exception {
    try (Person person = person(true, 1440, "en")) {
      person.page.route("**/.cookie-gate/banner*.js*", Route::abort);
      person.visitWhole("plain").page.click(BANNER + " button[value=accept]");
      person.page.locator(BANNER).waitFor(GONE);
      assertEquals(Person.ORIGIN + "/plain", person.page.url());
      assertEquals("true", person.cookies().get("acceptcookies"));
    }
  }

  @Test
  void aPolicyThatForbidsFetchingCostsNoFormEither() throws Exception {
    try (Person person = person(true, 1440, "en")) {
      person.visitWhole("strict-policy");
      person.page.evaluate("() => { window.kept = true }");
      person.page.click(BANNER + " button[value=refuse]");
      person.page.locator(BANNER + " [role=status]").waitFor();
      person.page.waitForCondition(() -> person.cookies().containsKey("acceptcookies"));
      assertEquals(true, person.page.evaluate("() => window.kept"));
      assertEquals("false", person.cookies().get("acceptcookies"));
    }
  }

  @Test
  void aPolicyOfHashesAloneCostsNoFormEither() throws Exception {
    try (Person person = person(true, 1440, "en")) {
      person.visitWhole("hashed-policy").page.fill("#name", "Karin");
      person.page.click(BANNER + " button[value=refuse]");
      person.page.locator(BANNER + " [role=status]").waitFor();
      person.page.waitForCondition(() -> person.cookies().containsKey("acceptcookies"));
      assertEquals("Karin", person.page.inputValue("#name"));
      assertEquals(Person.ORIGIN + "/hashed-policy", person.page.url());
    }
  }

  @Test
  void cookiesInFoldersAndOfTheDomainGoWithTheWithdrawal() throws Exception {
    try (Person person = person(true, 1440, "en")) {
      person.hasCookie("acceptcookies", "true");
      person.visit("shop/tracked-in-folders");
      assertEquals(
          Set.of("acceptcookies", "_ga", "_gid", "_gat", "__utma", "basket"), person.cookieNames());
      person.page.navigate(Person.ORIGIN + "/" + PREFERENCES + "?return=%2Fshop%2Fplain");
      person.page.click("button[value=refuse]");
      person.page.waitForURL("**/shop/plain");
      refuseUntilItIsRecorded(person);
      assertEquals(Set.of("acceptcookies", "basket", "cookie-gate-receipt"), person.cookieNames());
    }
  }

  /** A choice whose receipt the disk of a busy machine does not take in a moment has none. */
  private static void refuseUntilItIsRecorded(Person person) {
    for (int i = 0; i < 100 && !person.cookieNames().contains("cookie-gate-receipt"); i++) {
      person.page.navigate(Person.ORIGIN + "/" + PREFERENCES + "?return=%2Fshop%2Fplain");
      person.page.click("button[value=refuse]");
      person.page.waitForURL("**/shop/plain");
    }
  }

  @Test
  void thePreferencesLeadBackToWhereTheyWereOpened() throws Exception {
    try (Person person = person(false, 1440, "en")) {
      person.visit("plain");
      person.page.navigate(
          Person.ORIGIN + "/" + PREFERENCES,
          new Page.NavigateOptions().setReferer(Person.ORIGIN + "/plain?x=1"));
      person.page.click("button[value=accept]");
      person.page.waitForURL("**/plain?x=1");
    }
  }

  /** Words that run from right to left: everything is mirrored, and nothing wider than the window. */
  @Test
  void wordsFromRightToLeftAreMirrored() throws Exception {
    for (int width : new int[] {320, 1440}) {
      try (Person person = person(true, width, "ar")) {
        person.visitWhole("http://" + OddWorld.ARABIC, "right-to-left");
        person.screenshot("right-to-left-" + width);
        Locator banner = person.page.locator(BANNER);
        assertEquals("rtl", banner.evaluate("e => getComputedStyle(e).direction"));
        BoundingBox accept = banner.locator("button[value=accept]").boundingBox();
        BoundingBox refuse = banner.locator("button[value=refuse]").boundingBox();
        BoundingBox all = banner.boundingBox();
        assertEquals(all.x + all.width - 16, accept.x + accept.width, 1);
        assertTrue(width < 400 ? refuse.y > accept.y : refuse.x < accept.x, refuse.x + "");
        assertFits(person);
        Axe.checkPart(person.page, "banner from right to left", BANNER);
        person.visitWhole("http://" + OddWorld.ARABIC, PREFERENCES);
        person.screenshot("right-to-left-preferences-" + width);
        BoundingBox box = person.page.locator("input[value=statistics]").boundingBox();
        BoundingBox label = person.page.locator("label:has(> [value=statistics])").boundingBox();
        assertTrue(box.x > label.x + label.width / 2, "the box stands before its words");
        assertFits(person);
        Axe.check(person.page, "preferences from right to left");
      }
    }
  }

  private static void assertFits(Person person) {
    String sizes = "() => [document.scrollingElement.scrollWidth, innerWidth]";
    List<?> found = (List<?>) person.page.evaluate(sizes);
    assertEquals(found.get(1), found.get(0), person.page.url());
  }

  @Test
  void purposesAreChosenAndWithdrawnByKeyboard() throws Exception {
    try (Person person = person(false, 320, "sv")) {
      person.visitWhole("plain").tabTo(BANNER + " a[href*=preferences]");
      person.glance("focus-320-sv");
      assertEquals(
          "solid 3px",
          person
              .page
              .locator(BANNER + " a[href*=preferences]")
              .evaluate(
                  "e => { const s = getComputedStyle(e); return s.outlineStyle + ' ' + s.outlineWidth }"));
      person.page.keyboard().press("Enter");
      person.page.waitForURL("**/preferences?return=%2Fplain");
      assertEquals("sv", person.page.locator("html").getAttribute("lang"));
      person.screenshot("preferences-320-sv");
      person.tabTo("input[value=statistics]");
      person.page.keyboard().press("Space");
      person.tabTo("button[value=selected]");
      person.page.keyboard().press("Enter");
      person.page.waitForURL("**/plain");
      assertEquals("false", person.cookies().get("acceptcookies"));
      assertEquals("statistics", person.cookies().get("acceptcookies-purposes"));
      assertTrue(person.visit("tracked").cookies().containsKey("_ga"));

      person.visit(PREFERENCES).tabTo("button[value=refuse]");
      person.page.keyboard().press("Enter");
      person.page.waitForURL("**/preferences?saved=1");
      assertEquals("Ditt val är sparat.", person.page.textContent("[role=status]"));
      assertEquals(Set.of("acceptcookies"), person.cookies().keySet());
    }
  }

  @Test
  void aCookieThatComesBackIsRecordedWithItsPage() throws Exception {
    try (Person person = person(true, 1440, "en")) {
      person.hasCookie("acceptcookies", "true");
      person.visit("tracked");
      assertTrue(person.cookies().keySet().containsAll(Set.of("_ga", "_gid")));
      person.visit(PREFERENCES);
      person.page.click("button[value=refuse]");
      person.page.waitForURL("**/preferences?saved=1");
      assertEquals(Set.of("acceptcookies"), person.cookies().keySet());
      person.visit("tracked?id=7");
      assertTrue(person.cookies().containsKey("_gid"));
      person.page.evaluate("() => { location.href = '/plain' }");
      person.page.waitForURL("**/plain");
      assertFalse(person.cookies().containsKey("_gid"));
    }
    String inventory = get(world.inventory());
    String expected = "{\"site\":\"*\",\"name\":\"_gid\",\"page\":\"/tracked\"";
    assertTrue(inventory.contains(expected), inventory);
    assertFalse(inventory.contains("id=7"), inventory);
  }

  private static FrameLocator frame(Person person, int index) {
    return person.page.frameLocator("iframe.cookie-gate-placeholder >> nth=" + index);
  }

  @Test
  void anEmbedIsLoadedOnceWithoutScripts() throws Exception {
    try (Person person = person(false, 1440, "en")) {
      person.hasCookie("acceptcookies", "false");
      person.visit("embeds");
      world.tracker.reset();
      assertTrue(
          frame(person, 1).locator("p").first().textContent().startsWith("Content from YouTube"));
      BoundingBox box = person.page.locator("iframe").first().boundingBox();
      assertEquals(List.of(400.0, 225.0), List.of(box.width, box.height));
      assertEquals(220.0, person.page.locator("iframe").last().boundingBox().height);
      person.screenshot("placeholder-1440-en");
      frame(person, 1).locator("button[value=once]").click();
      person.page.locator("iframe[src*=youtube]").nth(1).waitFor();
      assertEquals(Person.ORIGIN + "/embeds", person.page.url());
      assertEquals(2, person.page.locator("iframe[src*=youtube]").count());
      person.page.waitForCondition(() -> world.tracker.hosts().contains("www.youtube.com"));
      assertEquals(Set.of("acceptcookies"), person.cookies().keySet());
      person.visit("embeds");
      assertEquals(0, person.page.locator("iframe[src]").count());
    }
  }

  @Test
  void aServiceIsAlwaysAllowedAndTakenBack() throws Exception {
    try (Person person = person(false, 320, "en")) {
      person.visitWhole("embeds-under-a-policy");
      person.screenshot("placeholder-320-en");
      frame(person, 0).locator("button[value=always]").click();
      person.page.locator("iframe[src*=youtube]").waitFor();
      assertEquals("~youtube", person.cookies().get("acceptcookies-purposes"));
      assertEquals(2, person.visit("embeds").page.locator("iframe[src*=youtube]").count());
      person.visit(PREFERENCES);
      assertTrue(person.page.isChecked("input[value=youtube]"));
      person.page.uncheck("input[value=youtube]");
      person.page.click("button[value=selected]");
      person.page.waitForURL("**/preferences?saved=1");
      assertEquals(0, person.visit("embeds").page.locator("iframe[src]").count());
    }
  }

  @Test
  void whoeverAcceptedIsAskedAboutWhatWasAdded() throws Exception {
    try (Person person = person(true, 1440, "en")) {
      person.visitWhole("embeds").page.click(BANNER + " button[value=accept]");
      person.page.locator(BANNER + " [role=status]").waitFor();
      String stamp = person.cookies().get("acceptcookies-revision");
      assertEquals(0, person.visit("embeds").page.locator(BANNER).count());
      person.hasCookie("acceptcookies-revision", stamp.substring(4));
      person.visit("embeds");
      assertTrue(
          person
              .page
              .locator(BANNER)
              .textContent()
              .contains("Since you chose, this has been added"));
      person.screenshot("asked-again-1440-en");
    }
  }

  /** With scripts, because axe-core is one. */
  @Test
  void nobodyFindsFaultWithWhatVisitorsMeet() throws Exception {
    nobodyFindsFault(320, "sv", ColorScheme.LIGHT);
    nobodyFindsFault(320, "en", ColorScheme.DARK);
    nobodyFindsFault(1440, "en", ColorScheme.LIGHT);
    nobodyFindsFault(1440, "sv", ColorScheme.DARK);
  }

  private static void nobodyFindsFault(int width, String language, ColorScheme scheme)
      throws Exception {
    String what = width + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (Person person = person(true, width, language)) {
      person.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (String name : List.of("plain", PREFERENCES, ".cookie-gate/declaration")) {
        person.visitWhole(name);
        person.screenshot(name.replace(".cookie-gate/", "own-") + "-" + what);
        Axe.check(person.page, name + " " + what);
      }
      person.visitWhole("embeds");
      person.screenshot("embeds-" + what);
      Axe.checkPart(person.page, "banner beside embeds " + what, BANNER);
      checkFrames(person, what);
      person.hasCookie("acceptcookies", "false");
      person.hasCookie("acceptcookies-purposes", "statistics.~youtube");
      Axe.check(person.visitWhole(PREFERENCES).page, "preferences after a choice " + what);
    }
  }

  private static void checkFrames(Person person, String what) {
    for (int i = 0; i < 2; i++) {
      frame(person, i).locator("button").first().waitFor();
    }
    int checked = 0;
    for (Frame frame : person.page.frames()) {
      if (!frame.equals(person.page.mainFrame())) {
        // A document in a frame has its heading in the page around it.
        Axe.check(frame, "placeholder " + what, "", List.of("page-has-heading-one"));
        checked++;
      }
    }
    assertEquals(2, checked, what);
  }

  @Test
  void nothingMovesAndNothingIsPrinted() throws Exception {
    try (Person person = person(true, 1440, "en")) {
      for (String name :
          List.of("plain", "in-pieces", "huge-head", "fixed-header", "no-body-tag")) {
        person.forget();
        person.visitWhole(name);
        assertEquals(0.0, ((Number) person.page.evaluate(SHIFT)).doubleValue(), name);
        assertTrue(person.page.isVisible(BANNER), name);
      }
      person.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertFalse(person.page.isVisible(BANNER));
      person.page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.DARK));
      assertEquals(
          "rgb(26, 26, 26)",
          person.page.locator(BANNER).evaluate("e => getComputedStyle(e).backgroundColor"));
    }
  }

  @Test
  void aFrameAsksNobody() throws Exception {
    try (Person person = person(true, 1440, "en")) {
      person.visit("inside-a-frame");
      FrameLocator inner = person.page.frameLocator("#inner");
      inner.locator("h1").waitFor();
      inner.locator(BANNER).waitFor(GONE);
    }
  }

  /** Nothing tells such a frame from a page; what it asks can be answered where it stands. */
  @Test
  void aFrameWithoutScriptsOnPlainHttpIsAnsweredInItsPlace() throws Exception {
    try (Person person = person(false, 1440, "en")) {
      person.visit("inside-a-frame");
      FrameLocator inner = person.page.frameLocator("#inner");
      inner.locator(BANNER + " button[value=refuse]").click();
      inner.locator(BANNER).waitFor(GONE);
      assertEquals("Plain", inner.locator("h1").textContent());
      assertEquals(Person.ORIGIN + "/inside-a-frame", person.page.url());
      assertEquals(0, person.visit("inside-a-frame").page.locator(BANNER).count());
    }
  }

  @Test
  void theSignalOfTheBrowserIsShownAndObeyed() throws Exception {
    try (Person person = person(false, 1440, "en")) {
      person.context.setExtraHTTPHeaders(Map.of("Sec-GPC", "1", "Accept-Language", "en"));
      assertEquals(0, person.visit("plain").page.locator(BANNER).count());
      String text = person.visit(PREFERENCES).page.textContent("main");
      assertTrue(text.contains("Global Privacy Control. It counts as a no"), text);
    }
  }

  /** All that a visitor downloads: the banner's markup, the style sheet, the script, the preferences. */
  @Test
  void allThatIsDownloadedIsSmall() throws Exception {
    int plain = 0;
    int compressed = 0;
    String page = get("/plain");
    int from = page.indexOf("<link rel=\"stylesheet\" href=\"/.cookie-gate/");
    String banner = page.substring(from, page.indexOf("</section>", from) + 10);
    List<String> parts = new ArrayList<>(List.of(banner));
    Matcher files =
        Pattern.compile("(?:href|src)=\"(/.cookie-gate/banner[^\"]+)\"").matcher(banner);
    while (files.find()) {
      parts.add(get(files.group(1).replace("&#61;", "=")));
    }
    assertEquals(3, parts.size());
    parts.add(get("/" + PREFERENCES));
    for (String part : parts) {
      plain += part.getBytes(UTF_8).length;
      compressed += OddPage.gzip(part.getBytes(UTF_8)).length;
    }
    System.out.println(
        "Banner and preferences are " + plain + " bytes, " + compressed + " with gzip.");
    assertTrue(compressed <= MOST_BYTES, "compressed: " + compressed);
  }

  private static String get(String path) throws Exception {
    return get(URI.create("http://127.0.0.1:" + world.gatePort() + path));
  }

  private static String get(URI address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "text/html").build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
