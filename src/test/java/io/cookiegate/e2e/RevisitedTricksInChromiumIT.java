package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages that come again to a browser that has cookies: shown with consent, kept by the browser, and
 * asked for once more when consent was taken back, by a condition, by a range and after a HEAD.
 */
class RevisitedTricksInChromiumIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration AFTERWARDS = Duration.ofMillis(700);
  private static final List<String> PAGES =
      List.of(
          "<img src=\"http://@@/a\">",
          "<script src=\"http://@@/a\"></script>",
          "<script>new Image().src='http://@@/a'</script>",
          "<iframe srcdoc=\"<img src=http://@@/a>\"></iframe>",
          "<style>body{background:url(http://@@/a)}</style>",
          "<link rel=stylesheet href=\"http://@@/a\">",
          "<svg><image href=\"http://@@/a\" width=9 height=9></image></svg>",
          "<img srcset=\"http://@@/a 1x\">");

  @TempDir private static Path directory;

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  @Test
  void nothingOfAPageWithConsentComesBackWithoutIt() throws Exception {
    try (Contacts contacts = new Contacts(TestKeyStore.create(directory));
        SocketServer site =
            SocketServer.start(ServerSocketFactory.getDefault(), (to, head) -> answer(to, head));
        GateProcess gate =
            GateProcess.inFrontOf("http://127.0.0.1:" + site.port(), "*", directory);
        Tabs tabs = Tabs.start(directory, contacts.resolverRules())) {
      String address = "http://site.localhost:" + gate.port();
      tabs.open(address + "/set/true").join();
      awaitAsked("/stored/true");
      showAll(tabs, address);
      contacts.await(PATIENCE, () -> all().allMatch(i -> contacts.has(true, i)));
      assertEquals(PAGES.size(), all().filter(i -> contacts.has(true, i)).count());

      tabs.open(address + "/set/false").join();
      awaitAsked("/stored/false");
      contacts.awaitQuiet(AFTERWARDS);
      contacts.forget();
      asked.clear();
      showAll(tabs, address);
      tabs.open(address + "/again").join();
      awaitAsked("/done");
      contacts.awaitQuiet(AFTERWARDS);
      assertEquals(List.of(), all().filter(i -> contacts.has(true, i)).boxed().toList());
      assertAsked("GET /page/0 conditional", "HEAD /page/7 conditional", "/done");
      // Of a page that is rewritten there are no ranges, and gated cookies stay behind.
      assertTrue(
          asked.stream().noneMatch(what -> what.matches(".*( range| _ga=).*")), asked::toString);
    }
  }

  private void awaitAsked(String path) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!asked.contains(path)) {
      assertTrue(System.nanoTime() < end, () -> path + " in " + asked);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private void assertAsked(String... wanted) {
    for (String want : wanted) {
      assertTrue(asked.stream().anyMatch(what -> what.contains(want)), want + " in " + asked);
    }
  }

  private static IntStream all() {
    return IntStream.range(0, PAGES.size());
  }

  private static void showAll(Tabs tabs, String address) {
    all().mapToObj(i -> tabs.open(address + "/page/" + i)).toList().forEach(id -> id.join());
  }

  private void answer(Socket visitor, String head) throws IOException {
    String method = head.split(" ", 2)[0];
    String path = head.split(" ", 3)[1];
    String lower = head.toLowerCase(Locale.ROOT);
    String conditions =
        (lower.contains("if-none-match") ? " conditional" : "")
            + (lower.contains("\nrange:") ? " range" : "")
            + (lower.contains("_ga=") ? " _ga=" : "");
    asked.add(path.startsWith("/page/") ? method + " " + path + conditions : path);
    String answer =
        switch (path.split("/", -1)[1]) {
          case "set" -> whole(cookies(path.substring(5)), set(path.substring(5)));
          case "again" -> whole("", again());
          case "page" -> page(method, Integer.parseInt(path.substring(6)), lower);
          default -> whole("", "done");
        };
    visitor.getOutputStream().write(answer.getBytes(ISO_8859_1));
    visitor.getOutputStream().flush();
  }

  /** Tells when the browser has the answer, and so its cookies. */
  private static String set(String choice) {
    return "<body><script>fetch(\"/stored/" + choice + "\")</script>";
  }

  private static String cookies(String choice) {
    return "Set-Cookie: acceptcookies="
        + choice
        + "; Path=/; Max-Age=999\r\n"
        + "Set-Cookie: _ga=GA1.2.3; Path=/; Max-Age=999\r\n"
        + "Set-Cookie: language=sv; Path=/\r\n";
  }

  /** Asks for each page in other ways, and shows what comes in a frame. */
  private static String again() {
    return """
        <body><script>
        (async function () {
          function show(text) {
            var frame = document.createElement("iframe");
            frame.srcdoc = text;
            document.body.appendChild(frame);
          }
          var ways = [{method: "HEAD"}, {}, {headers: {Range: "bytes=1-"}},
            {cache: "force-cache"}, {cache: "no-cache"}, {cache: "reload"}];
          for (var i = 0; i < %d; i++) {
            for (var way of ways) {
              try { show(await (await fetch("/page/" + i, way)).text()); } catch (e) {}
            }
          }
          fetch("/done");
        })();
        </script>"""
        .formatted(PAGES.size());
  }

  private static String page(String method, int number, String head) {
    String fields = "ETag: \"v1\"\r\nCache-Control: no-cache\r\nAccept-Ranges: bytes\r\n";
    if (head.contains("if-none-match: \"v1\"")) {
      return "HTTP/1.1 304 Not Modified\r\n" + fields + "Connection: close\r\n\r\n";
    }
    String body = PAGES.get(number).replace("@@", Contacts.host(true, number));
    String page = "<!doctype html><title>x</title>" + body;
    String whole = whole(fields, page);
    if (head.contains("\nrange: bytes=1-")) {
      String range = "Content-Range: bytes 1-" + (page.length() - 1) + "/" + page.length() + "\r\n";
      return whole(fields + range, page.substring(1)).replaceFirst("200 OK", "206 Partial Content");
    }
    return method.equals("HEAD") ? whole.substring(0, whole.indexOf("\r\n\r\n") + 4) : whole;
  }

  private static String whole(String fields, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        + fields
        + "Content-Length: "
        + body.length()
        + "\r\nConnection: close\r\n\r\n"
        + body;
  }
}
