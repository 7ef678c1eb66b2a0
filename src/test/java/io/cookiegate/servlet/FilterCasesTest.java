package io.cookiegate.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Loaded;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.page.BuiltInMarkup;
import io.cookiegate.page.OwnPages;
import io.cookiegate.proxy.Listener;
import io.cookiegate.proxy.ProxyServer;
import io.cookiegate.proxy.ProxySettings;
import io.cookiegate.proxy.Site;
import io.cookiegate.proxy.Upstream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same requests to the same application through both front doors: the proxy in front of a
 * container, and the filter inside it. What comes is the same, byte for byte.
 */
class FilterCasesTest {
  private static final int CASES = 123;

  @TempDir private static Path folder;
  private static Path files;

  /** Who asks. */
  private enum Visitor {
    UNASKED(""),
    GRANTED("Cookie: basket=2; acceptcookies=true; _track=1\r\n"),
    LEFTOVER("Cookie: basket=2; _track=1\r\nAccept: text/html\r\n");

    private final String fields;

    Visitor(String fields) {
      this.fields = fields;
    }
  }

  @BeforeAll
  static void writeFiles() throws IOException {
    files = Files.createDirectory(folder.resolve("files"));
    Files.writeString(files.resolve("page.html"), CaseApp.PAGE);
    Files.writeString(files.resolve("big.html"), (CaseApp.PAGE + "\n").repeat(3000));
    Files.write(files.resolve("picture.png"), new byte[200_000]);
  }

  @ParameterizedTest
  @EnumSource(ContainerProcess.Kind.class)
  void bothDoorsAnswerAlike(ContainerProcess.Kind kind) throws Exception {
    Path log = folder.resolve(kind + ".log");
    List<String> failures = new ArrayList<>();
    try (ContainerProcess container =
            ContainerProcess.start(kind, files, log, "classpath:io/cookiegate/servlet/gate.yaml");
        ProxyServer proxy = proxy(container.plainPort)) {
      for (String line : cases()) {
        for (Visitor visitor : Visitor.values()) {
          new Case(line, visitor, container, proxy.port()).check(failures);
        }
      }
    }
    assertTrue(
        failures.isEmpty(), () -> failures.size() + " differ\n" + String.join("\n", failures));
  }

  private static ProxyServer proxy(int upstream) throws Exception {
    Path gateYaml =
        Path.of(Objects.requireNonNull(FilterCasesTest.class.getResource("gate.yaml")).toURI());
    GateConfig config = ((Loaded.Ready<GateConfig>) ConfigLoader.loadFilter(gateYaml)).value();
    Gate gate =
        Gate.of(
            config.rules(config.sites().get(0), new BuiltInMarkup(OwnPages.DEFAULT_PREFIX)),
            GateObserver.NONE);
    Site site =
        new Site(List.of("*"), Upstream.of(URI.create("http://127.0.0.1:" + upstream)), gate);
    ProxyServer server =
        new ProxyServer(
            ProxySettings.of(List.of(new Listener("127.0.0.1", 0, null)), List.of(site)));
    server.start();
    return server;
  }

  private static List<String> cases() throws IOException {
    try (InputStream in = FilterCasesTest.class.getResourceAsStream("cases.txt")) {
      List<String> lines =
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      assertEquals(CASES, lines.size());
      assertEveryWayIsAsked(lines);
      return lines;
    }
  }

  private static void assertEveryWayIsAsked(List<String> lines) {
    Set<String> unasked = new TreeSet<>(CaseApp.names());
    lines.forEach(line -> unasked.remove(line.split(" ", -1)[1].replace("/c/", "")));
    unasked.removeAll(
        Set.of("error-view", "fragment", "big-fragment", "flushing-fragment", "consent"));
    assertEquals(Set.of(), unasked);
  }

  /** One request of one visitor. */
  private record Case(String line, Visitor visitor, ContainerProcess container, int proxyPort) {
    void check(List<String> failures) throws IOException {
      RawAnswer plain = RawAnswer.to(container.plainPort, request());
      RawAnswer proxied = RawAnswer.to(proxyPort, request());
      RawAnswer filtered = RawAnswer.to(container.gatedPort, request());
      boolean lengthKnown = !proxied.values("content-length").isEmpty();
      String expected = Normal.of(proxied, lengthKnown);
      String actual = Normal.of(filtered, lengthKnown);
      if (!expected.equals(actual)) {
        failures.add("== " + line + " " + visitor + "\n" + difference(expected, actual));
      }
      String problem = problem(plain, filtered);
      if (!problem.isEmpty()) {
        failures.add("== " + line + " " + visitor + " " + problem);
      }
    }

    private String problem(RawAnswer plain, RawAnswer filtered) {
      if (visitor == Visitor.GRANTED) {
        boolean sites = plain.code() < 400 && !line.contains("/.cookie-gate/");
        return sites && !plain.body().equals(filtered.body()) ? "loses with consent" : "";
      }
      boolean sets =
          filtered.values("set-cookie").stream()
              .anyMatch(
                  field ->
                      field.matches("_track=(?!;)(?!.*(Max-Age=0|Expires=Thu, 01.Jan.1970)).*"));
      boolean page = filtered.values("content-type").toString().matches("\\[(text/html.*)?\\]");
      return sets || (page && filtered.body().contains("tracker.test")) ? "leaks" : "";
    }

    private String request() {
      String[] parts = line.split(" \\| ", -1);
      StringBuilder request = new StringBuilder(parts[0]).append(" HTTP/1.1\r\n");
      request.append("Host: www.site.test\r\n").append(visitor.fields);
      String content = "";
      for (int i = 1; i < parts.length; i++) {
        if (parts[i].startsWith(": ")) {
          content = parts[i].substring(2);
          request.append("Content-Length: ").append(content.length()).append("\r\n");
        } else {
          request.append(parts[i]).append("\r\n");
        }
      }
      return request.append("\r\n").append(content).toString();
    }

    private static String difference(String expected, String actual) {
      int at = 0;
      while (at < Math.min(expected.length(), actual.length())
          && expected.charAt(at) == actual.charAt(at)) {
        at++;
      }
      return "proxy:  " + around(expected, at) + "\nfilter: " + around(actual, at);
    }

    private static String around(String text, int at) {
      String part = text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 160));
      return part.replace("\r", "\\r").replace("\n", "\\n");
    }
  }
}
