package io.cookiegate.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentInChromiumIT {
  private static final String ORIGIN = "http://" + World.SITE;

  private static final List<String> PAGES =
      List.of(
          "/?choose",
          "/private",
          "/business",
          "/news",
          "/news/archive",
          "/news/press",
          "/om",
          "/contact",
          "/contact/thanks",
          "/cookies",
          "/nowhere");

  /** What the classification of the site lets through at any time. */
  private static final Set<String> ALWAYS =
      Set.of("acceptcookies", "preferedstartpage", "startpageredirect", "starpageredirect", "sid");

  private static final Set<String> GATED =
      Set.of(
          "__ga",
          "__gat",
          "__gid",
          "__gac",
          "__utma",
          "__utmz",
          "__utmb",
          "_ga",
          "_gat_UA-23336661-4",
          "_gid",
          "_mkto_trk",
          "uid",
          "s_sq",
          "s_cc",
          "pseCookie",
          "Humany__clientId",
          "_lasturl");

  private static final Set<String> THIRD_PARTY = Set.of("IDE", "id");

  private static final Set<String> VENDORS =
      Set.of(
          "ssl.google-analytics.com",
          "www.google-analytics.com",
          "www.googletagmanager.com",
          "assets.adobedtm.com",
          "connect.facebook.net",
          "static.hotjar.com",
          "0000000.fls.doubleclick.net",
          "www.googleadservices.com",
          "ad.doubleclick.net",
          "munchkin.marketo.net",
          "ciszere.d1.sc.omtrdc.net",
          "ciszere.humany.net",
          "track.adform.net",
          "snap.licdn.com",
          "bat.bing.com",
          "www.youtube.com");

  /** Asked only by browsers without scripts. */
  private static final Set<String> NOSCRIPT_VENDORS =
      Set.of(
          "www.googletagmanager.com",
          "www.facebook.com",
          "googleads.g.doubleclick.net",
          "ciszere.112.2o7.net",
          "track.adform.net",
          "px.ads.linkedin.com");

  @TempDir private static Path directory;
  private static World world;
  private static TrackerServer tracker;
  private static Chromium chromium;

  private BrowserContext context;
  private Page page;
  private final List<String> pageErrors = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    tracker = TrackerServer.start(TestKeyStore.create(directory));
    world = World.start(directory, Clock.systemUTC());
    chromium = Chromium.find(directory, World.SITE, world.gatePort(), tracker);
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable opened : Arrays.asList(chromium, world, tracker)) {
      if (opened != null) {
        opened.close();
      }
    }
  }

  @BeforeEach
  void openBrowser() throws Exception {
    open(true);
  }

  private void open(boolean scripts) throws Exception {
    context = chromium.open(scripts);
    page = context.newPage();
    page.onPageError(pageErrors::add);
    tracker.reset();
  }

  @AfterEach
  void closeBrowser() {
    context.close();
  }

  @Test
  void withoutConsentNobodyIsContactedAndNothingGatedIsKept() throws Exception {
    walk();
    screenshot("without-consent");
    visit("/news");
    screenshot("placeholder");
    assertNobodyWasContacted();
    assertEquals(Set.of("sid"), jar());
    assertEquals(List.of(), pageErrors);
  }

  @Test
  void withoutConsentStartPageFormAndPicturesWork() {
    visit("/?choose");
    page.click("text=I am a business customer");
    assertEquals(ORIGIN + "/business", page.url());
    visit("/");
    assertEquals(ORIGIN + "/business", page.url());
    assertEquals(
        true, page.evaluate("() => Array.from(document.images).every(i => i.naturalWidth > 0)"));

    visit("/contact");
    page.fill("#name", "Karin Öberg");
    page.fill("#message", "Hej & välkommen");
    page.click("text=Send");
    assertEquals(ORIGIN + "/contact/thanks", page.url());
    assertTrue(page.textContent("#thanks").contains("has reached our customer service"));
    assertEquals(
        Set.of("sid", "preferedstartpage", "startpageredirect", "starpageredirect"), jar());
    assertNobodyWasContacted();
  }

  @Test
  void withoutConsentAPageThatWaitsForAnalyticsGoesOn() {
    visit("/private");
    page.click("#report");
    page.waitForURL("**/images/report.png");
    assertNobodyWasContacted();
    assertEquals(List.of(), pageErrors);
  }

  @Test
  void withoutConsentAnEmbedSaysWhyItIsNotThere() {
    visit("/news");
    assertTrue(
        page.frameLocator(".film iframe").locator("p").first().textContent().contains("YouTube"));
    assertEquals(0, page.locator("iframe[src]").count());
  }

  @Test
  void withoutConsentAndScriptsNobodyIsContacted() throws Exception {
    withoutScripts();
    walk();
    assertNobodyWasContacted();
    assertEquals(Set.of("sid"), jar());
  }

  @Test
  void leftoversOfEarlierVisitsGoWithTheNextPage() {
    addCookie("_ga", World.SITE);
    addCookie("__utma", ".ciszere.example");
    addCookie("_mkto_trk", "." + World.SITE);
    addCookie("keepme", ".ciszere.example");
    visit("/private");
    assertEquals(Set.of("sid", "keepme"), jar());
    assertEquals("keepme", page.textContent("#cookies li"));
  }

  @Test
  void withConsentEveryVendorIsContactedAndEveryCookieIsThere() throws Exception {
    visit("/?choose");
    page.click("text=I am a private customer");
    answer("Accept");
    tracker.reset();
    walk();
    screenshot("with-consent");
    assertEquals(new TreeSet<>(VENDORS), tracker.hosts());
    assertEquals(union(ALWAYS, GATED, THIRD_PARTY), jar());
    Set<String> arrived = new TreeSet<>(page.locator("#cookies li").allTextContents());
    assertEquals(union(ALWAYS, GATED), arrived);
  }

  @Test
  void withConsentVendorsAreContactedByBrowsersWithoutScripts() throws Exception {
    withoutScripts();
    visit("/private");
    answer("Accept");
    tracker.reset();
    walk();
    Set<String> asked = tracker.hosts();
    assertTrue(asked.containsAll(NOSCRIPT_VENDORS), () -> "asked were only " + asked);
  }

  @Test
  void afterWithdrawalCookiesAreGoneAndNobodyIsContacted() {
    visit("/?choose");
    page.click("text=I am a private customer");
    answer("Accept");
    walk();
    assertTrue(jar().containsAll(GATED));

    tracker.reset();
    answer("Refuse");
    walk();
    // What a vendor set under its own name only the vendor can remove; it is not sent any more.
    assertEquals(union(ALWAYS, THIRD_PARTY), jar());
    assertNobodyWasContacted();

    answer("Forget");
    walk();
    assertNobodyWasContacted();
    assertTrue(!jar().contains("acceptcookies"));
  }

  private void withoutScripts() throws Exception {
    context.close();
    open(false);
  }

  private void walk() {
    PAGES.forEach(this::visit);
    visit("/private");
  }

  private void visit(String path) {
    page.navigate(
        ORIGIN + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
  }

  private void answer(String button) {
    page.click("#panel .consent button:has-text('" + button + "')");
    page.waitForLoadState();
  }

  private void addCookie(String name, String domain) {
    context.addCookies(List.of(new Cookie(name, "1").setDomain(domain).setPath("/")));
  }

  private static void assertNobodyWasContacted() {
    assertEquals(Set.of(), tracker.hosts(), () -> "asked: " + tracker.hits());
    assertEquals(0, tracker.connections(), "connections to vendors");
  }

  /** The names of all cookies that the browser keeps, whoever set them. */
  private Set<String> jar() {
    Set<String> names = new TreeSet<>();
    context.cookies().forEach(cookie -> names.add(cookie.name));
    return names;
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> union = new TreeSet<>();
    for (Set<String> set : sets) {
      union.addAll(set);
    }
    return union;
  }

  private void screenshot(String name) throws Exception {
    Path artefacts = Path.of(System.getProperty("cookie-gate.artefacts", "target/artefacts"));
    Files.createDirectories(artefacts);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(artefacts.resolve(name + ".png")).setFullPage(true));
  }
}
