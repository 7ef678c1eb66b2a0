package io.cookiegate.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * DokuWiki, served by Apache and by nginx, browsed in Chromium through the gate: people sign in, write,
 * upload and search whatever they said, and only with consent do the trackers in its template hear of it.
 */
class LegacyApplicationIT {
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  private static final String NOT_SENT = "Nobody but the site heard of it.";

  @TempDir private static Path directory;
  private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();
  private static TrackerServer tracker;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    int apache = Programs.freePort();
    int nginx = Programs.freePort();
    int fpm = Programs.freePort();
    Files.setPosixFilePermissions(
        directory, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    Path root = Wiki.install(directory.resolve("site"));
    OPEN.push(PhpServers.apache(directory.resolve("apache"), root, apache));
    OPEN.push(PhpServers.fpm(directory.resolve("fpm"), fpm));
    OPEN.push(PhpServers.nginx(directory.resolve("nginx"), root, nginx, fpm));
    tracker = TrackerServer.start(TestKeyStore.create(directory));
    OPEN.push(tracker);
    GateProcess gate = gate(apache, nginx);
    OPEN.push(gate);
    chromium = Chromium.find(directory, "*.wiki.test", gate.port(), tracker);
    OPEN.push(chromium);
  }

  private static GateProcess gate(int apache, int nginx) throws Exception {
    Path config = directory.resolve("gate.yaml");
    Files.writeString(
        config,
        """
        listen: [{ host: 127.0.0.1, port: 0 }]
        sites:
          - { hosts: [apache.wiki.test], upstream: "http://127.0.0.1:%d" }
          - { hosts: [nginx.wiki.test], upstream: "http://127.0.0.1:%d" }
        """
            .formatted(apache, nginx));
    return GateProcess.start(directory.resolve("gate.log"), "run", config.toString());
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable one : OPEN) {
      one.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"apache, refuse", "nginx, refuse", "apache, accept", "nginx, accept"})
  void worksAsItDidAndTracksByConsentOnly(String server, String choice) throws Exception {
    boolean consents = choice.equals("accept");
    String site = "http://" + server + ".wiki.test/";
    String word = "kw" + server + choice;
    List<String> errors = new ArrayList<>();
    tracker.reset();
    try (BrowserContext context = chromium.open(true)) {
      Page page = context.newPage();
      page.onPageError(errors::add);
      page.navigate(site + "doku.php?id=start");
      assertEquals(Set.of(), tracker.hosts(), "before the choice");
      choose(page, consents);
      signIn(page, site);
      write(page, site, word);
      upload(page, site, word + ".png");
      search(page, site, word);
      assertTracked(consents, context, page);
    }
    assertEquals(List.of(), errors);
  }

  private static void choose(Page page, boolean consents) {
    assertTrue(page.locator(".cookie-gate-banner").isVisible());
    page.locator(".cookie-gate-banner button").nth(consents ? 0 : 1).click();
    page.waitForCondition(
        () -> page.context().cookies().stream().anyMatch(c -> c.name.equals("acceptcookies")));
  }

  private static void signIn(Page page, String site) {
    page.navigate(site + "doku.php?id=start&do=login");
    page.fill("input[name=u]", Wiki.USER);
    page.fill("input[name=p]", Wiki.PASSWORD);
    page.click("#dw__login button[type=submit]");
    assertTrue(page.locator("#dokuwiki__usertools .user").textContent().contains("Karin Öberg"));
  }

  private static void write(Page page, String site, String word) {
    page.navigate(site + "doku.php?id=" + word + "&do=edit");
    page.fill("#wiki__text", "====== Räksmörgås ======\n\nThe word is " + word + ".");
    page.click("#edbtn__save");
    page.waitForLoadState();
    assertEquals("Räksmörgås", page.locator("h1.sectionedit1").textContent().strip());
    assertTrue(page.locator("#dokuwiki__content").textContent().contains("The word is " + word));
  }

  private static void upload(Page page, String site, String name) {
    page.navigate(site + "doku.php?id=start&do=media&ns=&tab_files=upload");
    page.setInputFiles(
        "#mediamanager__uploader input[type=file]", new FilePayload(name, "image/png", PICTURE));
    page.waitForResponse(
        answer -> answer.url().contains("ajax.php") && answer.request().method().equals("POST"),
        () -> page.click("#mediamanager__upload_button"));
    Response answer = page.navigate(site + "lib/exe/fetch.php?media=" + name);
    assertEquals(200, answer.status());
    assertEquals(PICTURE.length, answer.body().length);
  }

  private static void search(Page page, String site, String word) {
    // Its invisible picture puts it into the index, after the picture is there, and not while
    // another does.
    Path indexed = directory.resolve("site/data/meta/" + word + ".indexed");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    do {
      page.navigate(site + "doku.php?id=" + word);
      assertTrue(System.nanoTime() < end, () -> word + " does not come into the index");
    } while (!Files.exists(indexed));
    page.fill("#qsearch__in", word);
    page.press("#qsearch__in", "Enter");
    page.waitForURL("**do=search**");
    assertTrue(page.locator(".search_fullpage_result a").first().textContent().contains(word));
  }

  private static void assertTracked(boolean consents, BrowserContext context, Page page) {
    Set<String> names =
        context.cookies().stream()
            .map((Cookie cookie) -> cookie.name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(names.contains("DokuWiki"), names::toString);
    assertEquals(consents, names.contains("_ga"), names::toString);
    if (consents) {
      assertEquals(Set.of("www.facebook.com", "www.google-analytics.com"), tracker.hosts());
      assertTrue(page.content().contains("class=\"pixel\""));
    } else {
      assertEquals(Set.of(), tracker.hosts(), NOT_SENT);
      assertEquals(0, tracker.connections(), NOT_SENT);
      assertFalse(page.content().contains("class=\"pixel\""));
    }
  }
}
