package io.cookiegate.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A person with a browser in front of the gate. */
final class Person implements AutoCloseable {
  static final String SITE = "www.site.example";
  static final String ORIGIN = "http://" + SITE;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  final BrowserContext context;
  final Page page;

  Person(Chromium chromium, boolean scripts, int width, String language) {
    context = chromium.openInShared(scripts);
    context.setExtraHTTPHeaders(Map.of("Accept-Language", language));
    page = context.newPage();
    page.setDefaultTimeout(60_000);
    page.setViewportSize(width, 900);
  }

  Person visit(String name) {
    return visit(ORIGIN, name);
  }

  Person visit(String origin, String name) {
    page.navigate(
        origin + "/" + name,
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    return this;
  }

  /** A page that is there as a whole, with what its scripts make of it. */
  Person visitWhole(String name) {
    return visitWhole(ORIGIN, name);
  }

  Person visitWhole(String origin, String name) {
    visit(origin, name).page.waitForLoadState(LoadState.LOAD);
    return this;
  }

  /** Presses a key until something has the focus; fails when it never has. */
  void tabTo(String selector) {
    for (int i = 0; i < 30; i++) {
      page.keyboard().press("Tab");
      if (page.locator(selector + ":focus").count() == 1) {
        return;
      }
    }
    throw new AssertionError("The keyboard does not reach " + selector + ".");
  }

  Map<String, String> cookies() {
    Map<String, String> cookies = new TreeMap<>();
    for (Cookie cookie : context.cookies(ORIGIN)) {
      cookies.put(cookie.name, cookie.value);
    }
    return cookies;
  }

  /** The names of all there are, wherever they were put. */
  Set<String> cookieNames() {
    return context.cookies().stream().map(cookie -> cookie.name).collect(Collectors.toSet());
  }

  void forget() {
    context.clearCookies();
  }

  void hasCookie(String name, String value) {
    context.addCookies(List.of(new Cookie(name, value).setDomain(SITE).setPath("/")));
  }

  /** The whole page. */
  void screenshot(String name) throws IOException {
    screenshot(name, true);
  }

  /** What is in the window. */
  void glance(String name) throws IOException {
    screenshot(name, false);
  }

  private void screenshot(String name, boolean whole) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name + ".png"))
            .setFullPage(whole));
  }

  @Override
  public void close() {
    context.close();
  }
}
