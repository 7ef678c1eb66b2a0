package io.cookiegate.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real headless Chromium for which every host name is this machine. Each {@link #open} is a person of
 * their own, with a fresh profile that takes third-party cookies, as browsers did when the legacy
 * site was built.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  /** Whom Chromium calls on errands of its own, whatever page it shows. */
  private static final List<String> ERRANDS =
      List.of(
          "accounts.google.com",
          "clients*.google.com",
          "android.clients.google.com",
          "mtalk.google.com",
          "content-autofill.googleapis.com",
          "update.googleapis.com",
          "optimizationguide-pa.googleapis.com",
          "safebrowsing.googleapis.com",
          "passwordsleakcheck-pa.googleapis.com",
          "*.gvt1.com");

  private static final String PREFERENCES =
      """
      {"profile": {"block_third_party_cookies": false, "cookie_controls_mode": 0}}
      """;

  private final Playwright playwright;
  private final Path profiles;
  private final Path executable;
  private final List<String> arguments;
  private @Nullable Browser shared;

  private Chromium(Playwright playwright, Path profiles, Path executable, String hosts) {
    this.playwright = playwright;
    this.profiles = profiles;
    this.executable = executable;
    this.arguments = arguments(hosts);
  }

  static List<String> arguments(String hosts) {
    return List.of(
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--ignore-certificate-errors",
        "--host-resolver-rules=" + hosts);
  }

  /**
   * Finds the browser.
   *
   * @param profiles a folder for what it keeps
   * @param gatePort where the site's own host name leads
   * @param tracker where every other host name leads
   */
  static Chromium find(Path profiles, String siteHost, int gatePort, TrackerServer tracker) {
    Path executable = executable();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(playwright, profiles, executable, rules(siteHost, gatePort, tracker));
  }

  private static String rules(String siteHost, int gatePort, TrackerServer tracker) {
    List<String> rules = new ArrayList<>();
    rules.add("MAP " + siteHost + " 127.0.0.1:" + gatePort);
    rules.add(noErrands());
    rules.add("MAP *:80 127.0.0.1:" + tracker.plainPort());
    rules.add("MAP *:443 127.0.0.1:" + tracker.securePort());
    rules.add("MAP * ~NOTFOUND");
    return String.join(",", rules);
  }

  /** The rule by which it runs no errands. */
  static String noErrands() {
    return ERRANDS.stream()
        .map(host -> "MAP " + host + " ~NOTFOUND")
        .collect(Collectors.joining(","));
  }

  /** A browser that nobody has used before. */
  BrowserContext open(boolean scripts) throws IOException {
    Path profile = Files.createTempDirectory(profiles, "profile");
    Files.createDirectory(profile.resolve("Default"));
    Files.writeString(profile.resolve("Default").resolve("Preferences"), PREFERENCES);
    return playwright
        .chromium()
        .launchPersistentContext(
            profile,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(executable)
                .setHeadless(true)
                .setArgs(arguments)
                .setIgnoreHTTPSErrors(true)
                .setJavaScriptEnabled(scripts)
                .setViewportSize(1280, 1000));
  }

  /** A person of their own in one browser that all of these share; that is there much sooner. */
  BrowserContext openInShared(boolean scripts) {
    if (shared == null) {
      shared =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable)
                      .setHeadless(true)
                      .setArgs(arguments));
    }
    return shared.newContext(
        new Browser.NewContextOptions()
            .setIgnoreHTTPSErrors(true)
            .setJavaScriptEnabled(scripts)
            .setViewportSize(1280, 1000));
  }

  @Override
  public void close() {
    playwright.close();
  }

  static Path executable() {
    return Stream.of(
            named(System.getProperty("cookie-gate.chromium")),
            named(System.getenv("CHROMIUM")),
            onPath())
        .flatMap(s -> s)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "The browser tests need Chromium: install it (Debian, Ubuntu: apt-get install chromium)"
                        + " or name it in the environment variable CHROMIUM."));
  }

  private static Stream<Path> named(String file) {
    return Stream.ofNullable(file).filter(f -> !f.isEmpty()).map(Path::of);
  }

  private static Stream<Path> onPath() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin");
    List<String> directories = Arrays.asList(path.split(File.pathSeparator, -1));
    return NAMES.stream().flatMap(name -> directories.stream().map(d -> Path.of(d, name)));
  }
}
