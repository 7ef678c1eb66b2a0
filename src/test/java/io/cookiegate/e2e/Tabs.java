package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A headless Chromium that nobody drives or looks into: it opens pages in tabs of their own, many at
 * once, and closes them.
 */
final class Tabs implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("\"id\": *\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private Tabs(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts the browser.
   *
   * @param hosts its rules of which host is where
   */
  static Tabs start(Path directory, String hosts) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory(directory, "tabs");
    List<String> command = new ArrayList<>();
    command.add(Chromium.executable().toString());
    command.addAll(Chromium.arguments(hosts));
    command.addAll(
        List.of(
            "--headless=new",
            "--disable-popup-blocking",
            "--disable-features=HttpsUpgrades,HttpsFirstBalancedMode",
            "--process-per-site",
            "--user-data-dir=" + profile,
            "--remote-debugging-port=0",
            "about:blank"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("tabs.log").toFile())
            .start();
    return new Tabs(process, port(process, profile.resolve("DevToolsActivePort")));
  }

  private static int port(Process process, Path file) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() > 1) {
        return Integer.parseInt(lines.get(0));
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("Chromium did not say where it listens.");
  }

  /** Opens a page in a tab, whose id comes. */
  CompletableFuture<String> open(String url) {
    return ask("PUT", "/json/new?" + URLEncoder.encode(url, UTF_8))
        .thenApply(
            answer -> {
              Matcher id = ID.matcher(answer);
              if (!id.find()) {
                throw new AssertionError(answer);
              }
              return id.group(1);
            });
  }

  CompletableFuture<String> close(String id) {
    return ask("GET", "/json/close/" + id);
  }

  private CompletableFuture<String> ask(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(PATIENCE)
            .build();
    return http.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> answer.body());
  }

  @Override
  public void close() {
    // Those that it started write into its profile until they have ended, too.
    List<ProcessHandle> others = process.descendants().toList();
    process.destroy();
    process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    others.forEach(other -> other.onExit().orTimeout(30, TimeUnit.SECONDS).join());
  }
}
