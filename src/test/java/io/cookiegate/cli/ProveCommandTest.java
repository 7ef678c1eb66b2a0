package io.cookiegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.cookiegate.demo.LegacySite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The old site of the demonstration, bare and behind a gate. */
class ProveCommandTest {
  @TempDir private static Path folder;
  private static LegacySite site;
  private static RunningGate gate;
  private static String config;

  @BeforeAll
  static void start() throws Exception {
    site = LegacySite.start(0, Clock.systemUTC());
    Files.copy(Path.of("config", "classification.yaml"), folder.resolve("classification.yaml"));
    Path file =
        Files.writeString(
            folder.resolve("gate.yaml"),
            """
            listen: [{ host: 127.0.0.1, port: 0 }]
            classification: classification.yaml
            sites: [{ hosts: ["*"], upstream: "http://127.0.0.1:%d" }]
            receipts: { record: false }
            """
                .formatted(site.port()));
    config = file.toString();
    gate = RunningGate.start(ConfigFile.load(file, new PrintWriter(new StringWriter())));
  }

  @AfterAll
  static void stop() {
    gate.close();
    site.close();
  }

  private static Run prove(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "prove";
    all[1] = "--config";
    all[2] = config;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Run.of(all);
  }

  @Test
  void nothingGatedComesThroughTheGate() {
    Run proved = prove("--crawl", "30", gate.addresses().get(0) + "/");
    assertEquals(0, proved.status(), proved.out());
    assertTrue(proved.out().matches("[0-9]{2} pages: nothing gated came\\.\n"), proved.out());
  }

  @Test
  void whatTheBareSiteSendsIsListed() {
    Run proved = prove("http://127.0.0.1:" + site.port() + "/private");
    assertEquals(1, proved.status());
    assertTrue(
        proved.out().contains("/private: cookie __utma: google-analytics (statistics), "),
        proved.out());
    assertTrue(proved.out().contains(": tag "), proved.out());
    assertTrue(proved.out().contains("classification.yaml:"), proved.out());
  }

  @Test
  void theSameInJson() {
    Run proved = prove("--json", "http://127.0.0.1:" + site.port() + "/private");
    JsonNode document = new ObjectMapper().readTree(proved.out());
    assertEquals(200, document.get("pages").get(0).get("status").asInt());
    assertEquals(document.get("gated").asInt(), document.get("pages").get(0).get("gated").size());
    assertTrue(document.get("gated").asInt() > 10, proved.out());
  }

  @Test
  void aRedirectWithoutAnEndIsGivenUp() throws IOException {
    HttpServer endless =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicInteger asked = new AtomicInteger();
    endless.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/" + asked.incrementAndGet());
          exchange.sendResponseHeaders(asked.get() > 99 ? 404 : 302, -1);
          exchange.close();
        });
    endless.start();
    try {
      Run proved = prove("http://127.0.0.1:" + endless.getAddress().getPort() + "/");
      assertEquals(1, proved.status(), proved.out());
      assertEquals(21, asked.get());
      assertTrue(proved.out().contains("/20: is redirected on and on"), proved.out());
    } finally {
      endless.stop(0);
    }
  }

  @Test
  void whatCannotBeFetchedProvesNothing() {
    Run proved = prove("http://127.0.0.1:1/");
    assertEquals(1, proved.status());
    assertTrue(proved.out().startsWith("http://127.0.0.1:1/: cannot be fetched: "), proved.out());
    assertEquals(2, prove("ftp://example.org/").status());
  }
}
