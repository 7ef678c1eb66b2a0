package io.cookiegate.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Loaded;
import io.cookiegate.metrics.GateMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A running gate whose files change. */
class ReloadsTest {
  private static final String GATE =
      """
      listen: [{ port: 0 }]
      admin: { port: 0 }
      sites: [{ hosts: [%s], upstream: "http://127.0.0.1:1" }]
      timeouts: { idle: %s }
      receipts: { retention: 1y, folder: %s }
      """;

  @TempDir private Path folder;
  private final Logger logger = (Logger) LoggerFactory.getLogger(Reloads.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private RunningGate gate;

  @BeforeEach
  void start() throws IOException {
    log.start();
    logger.setLevel(ch.qos.logback.classic.Level.INFO);
    logger.addAppender(log);
    write("www.one.example", "60s");
    Loaded<GateConfig> loaded = ConfigLoader.load(file());
    gate = RunningGate.start(((Loaded.Ready<GateConfig>) loaded).value());
    gate.watch(file(), loaded.files());
  }

  @AfterEach
  void stop() {
    gate.close();
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  private Path file() {
    return folder.resolve("gate.yaml");
  }

  private void write(String host, String idle) throws IOException {
    write(GATE.formatted(host, idle, idle));
  }

  /** At once, so that no half of it is read. */
  private void write(String text) throws IOException {
    Path next = Files.writeString(folder.resolve("next"), text);
    Files.move(next, file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The page of readiness, as soon as it says so. */
  private String readiness(Predicate<String> says) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    String page;
    do {
      page = get(gate.adminAddress() + "health/ready").body();
    } while (!says.test(page) && Instant.now().isBefore(end));
    assertTrue(says.test(page), page);
    return page;
  }

  private List<String> logged() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private int status(String host) throws Exception {
    String target = gate.addresses().get(0);
    try (java.net.Socket socket =
        new java.net.Socket(InetAddress.getLoopbackAddress(), URI.create(target).getPort())) {
      socket
          .getOutputStream()
          .write(("GET / HTTP/1.0\r\nHost: " + host + "\r\n\r\n").getBytes(US_ASCII));
      String head = new String(socket.getInputStream().readNBytes(12), US_ASCII);
      return Integer.parseInt(head.substring(9));
    }
  }

  @Test
  void takesAChangedFileAndSaysSo() throws Exception {
    String first = readiness(page -> page.startsWith("ready\nconfiguration in use since "));
    assertEquals(421, status("www.two.example"));
    write("www.two.example", "60s");
    readiness(page -> page.startsWith("ready\n") && !page.equals(first));
    assertEquals(502, status("www.two.example"));
    assertTrue(logged().get(0).startsWith("configuration taken: classification "), first);
  }

  @Test
  void refusesABrokenFileWithItsFindingsAndServesAsBefore() throws Exception {
    write("listen: [{ port: 0 }]\nsite: []\n");
    String page = readiness(text -> text.contains("refused at "));
    assertTrue(page.startsWith("ready\nconfiguration in use since "), page);
    assertTrue(page.contains("problems: 2\n"), page);
    assertTrue(page.contains("gate.yaml:2:1 unknown-key site:"), page);
    assertEquals(502, status("www.one.example"));
    assertEquals(3, logged().size(), logged().toString());
    assertTrue(logged().get(0).contains("refused"), logged().get(0));
    write("www.one.example", "60s");
    readiness(text -> !text.contains("refused"));
  }

  @Test
  void saysWhatWaitsForTheNextStart() throws Exception {
    write("www.one.example", "30s");
    readiness(page -> page.endsWith("at the next start only: receipts, timeouts\n"));
    assertTrue(logged().get(1).contains("receipts, timeouts takes effect at the next start"));
  }

  /** Whatever the reason, operators learn of it, and the next one is taken. */
  @Test
  void saysThatOneCouldNotBePutToUse() {
    GateConfig config = ((Loaded.Ready<GateConfig>) ConfigLoader.load(file())).value();
    boolean[] fails = {true};
    Reloads reloads =
        new Reloads(
            config,
            next -> {
              if (fails[0]) {
                throw new IllegalStateException("no room");
              }
            },
            new GateMetrics(() -> Instant.EPOCH),
            () -> Instant.EPOCH);
    reloads.changed(config);
    assertTrue(reloads.notes().contains("refused at 1970-01-01T00:00:00Z"), reloads.notes());
    assertTrue(reloads.notes().contains("could not be put to use"), reloads.notes());
    assertTrue(reloads.notes().contains("no room"), reloads.notes());
    fails[0] = false;
    reloads.changed(config);
    assertFalse(reloads.notes().contains("refused"), reloads.notes());
  }
}
