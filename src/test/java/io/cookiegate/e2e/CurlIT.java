package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate and the site side by side, asked by the real {@code curl}. */
class CurlIT {
  @TempDir private static Path directory;
  private static World world;

  @BeforeAll
  static void start() throws Exception {
    // The clock stands still, so that both sides answer with the same dates.
    world = World.start(directory, Clock.fixed(Instant.now(), ZoneOffset.UTC));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/private",
        "/",
        "/om",
        "/news -H Accept-Encoding:gzip",
        "/news/archive -H Accept-Encoding:br",
        "/news/press -H Accept-Encoding:zstd",
        "/images/report.png",
        "/js/site.js",
        "/nowhere",
        "/private -I",
        "/start -d page=business",
        "/contact -d name=Karin&message=Hej",
        "/private -b _ga=GA1.2.3.4;sid=1;x=y",
        "/private --http1.0"
      })
  void withConsentTheAnswerIsTheUpstreamsToTheByte(String request) throws Exception {
    Reply upstream = ask(world.sitePort(), request, "acceptcookies=true");
    Reply gate = ask(world.gatePort(), request, "acceptcookies=true");
    assertEquals(upstream.body(), gate.body());
    assertEquals(upstream.headWithout("Vary"), gate.headWithout("Vary"));
    assertTrue(gate.values("Vary").containsAll(upstream.values("Vary")));
    // Without consent its Set-Cookie would be another, files included.
    assertTrue(gate.values("Vary").contains("Cookie"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/images/report.png", "/js/site.js", "/css/site.css"})
  void withoutConsentFilesKeepTheirBytes(String request) throws Exception {
    Reply upstream = ask(world.sitePort(), request, "");
    Reply gate = ask(world.gatePort(), request, "");
    assertEquals(upstream.body(), gate.body());
    assertEquals(upstream.headWithout("Set-Cookie"), gate.headWithout("Vary"));
    assertEquals(List.of("Cookie"), gate.values("Vary"));
  }

  @Test
  void withoutConsentOneCookieOfManyIsLeft() throws Exception {
    List<String> set = ask(world.gatePort(), "/private -I", "").values("Set-Cookie");
    assertEquals(List.of("sid=s-20180515; Path=/; HttpOnly"), set);
  }

  @Test
  void withoutConsentNoVendorIsNamedInMarkup() throws Exception {
    String page = ask(world.gatePort(), "/private", "").body();
    assertFalse(page.contains("<iframe src=\"https://"), page);
    assertFalse(page.contains("analytics.js'"), page);
    assertFalse(page.contains("fbevents"), page);
    assertTrue(page.contains("For you at home"));
    assertTrue(page.endsWith("</html>\n"));
  }

  private static Reply ask(int port, String request, String consent)
      throws IOException, InterruptedException {
    List<String> words = List.of(request.split(" ", -1));
    List<String> command =
        new ArrayList<>(
            List.of("curl", "-s", "-i", "--raw", "--max-time", "20", "-H", "Host: " + World.SITE));
    command.addAll(words.subList(1, words.size()));
    if (!consent.isEmpty()) {
      mergeCookie(command, consent);
    }
    command.add("http://127.0.0.1:" + port + words.get(0));
    Process curl =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(curl.getInputStream().readAllBytes(), ISO_8859_1);
    assertEquals(0, curl.waitFor(), () -> "curl failed: " + command);
    return Reply.of(said);
  }

  private static void mergeCookie(List<String> command, String consent) {
    int option = command.indexOf("-b");
    if (option < 0) {
      command.addAll(List.of("-b", consent));
    } else {
      command.set(option + 1, command.get(option + 1) + "; " + consent);
    }
  }

  /** What curl printed: the head line by line, and the body with each byte as a character. */
  private record Reply(List<String> head, String body) {
    static Reply of(String said) {
      int end = said.indexOf("\r\n\r\n");
      return new Reply(
          Arrays.asList(said.substring(0, end).split("\r\n", -1)), said.substring(end + 4));
    }

    List<String> headWithout(String name) {
      return head.stream().filter(line -> !isNamed(line, name)).toList();
    }

    List<String> values(String name) {
      return head.stream()
          .filter(line -> isNamed(line, name))
          .flatMap(
              line ->
                  name.equals("Vary")
                      ? Arrays.stream(value(line).split(",\\s*", -1))
                      : java.util.stream.Stream.of(value(line)))
          .toList();
    }

    private static boolean isNamed(String line, String name) {
      return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }

    private static String value(String line) {
      return line.substring(line.indexOf(':') + 1).strip();
    }
  }
}
