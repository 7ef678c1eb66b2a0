package io.cookiegate.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program from its start to its end by SIGTERM, as a load balancer and a log collector see it. */
class ProgramLifeIT {
  @TempDir private Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int admin = freePort();
  private GateProcess gate;

  private static int freePort() {
    try {
      return Programs.freePort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void start(Duration delay) throws IOException {
    Path config = folder.resolve("gate.yaml");
    Files.writeString(
        config,
        """
        listen: [{ host: 127.0.0.1, port: 0 }]
        admin: { port: %d }
        shutdown: { delay: %ds }
        receipts: { record: false }
        sites: [{ hosts: [a.example], upstream: "http://127.0.0.1:1" }]
        """
            .formatted(admin, delay.toSeconds()));
    ProcessBuilder command = GateProcess.command("run", config.toString());
    command.environment().put("COOKIE_GATE_LOG", "JSON");
    gate = GateProcess.start(folder.resolve("log"), command);
  }

  @AfterEach
  void stop() {
    gate.close();
  }

  private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private boolean isReady() {
    try {
      return get(admin, "/health/ready").statusCode() == 200;
    } catch (Exception e) {
      throw new AssertionError("nobody says whether it is ready", e);
    }
  }

  /** Whom the kernel lets in as the gate leaves gets no answer; before, everybody does. */
  private boolean isThere(long leaves) {
    try {
      get(gate.port(), "/");
      return true;
    } catch (ConnectException e) {
      return false;
    } catch (Exception e) {
      if (System.nanoTime() < leaves) {
        throw new AssertionError("a visitor who was let in got no answer", e);
      }
      return true;
    }
  }

  private static void awaitNot(BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  @Test
  void saysThatItIsNotReadyWhileItStillTakesVisitors() throws Exception {
    start(Duration.ofMinutes(5));
    assertTrue(isReady());
    gate.signal("TERM");
    awaitNot(this::isReady);
    HttpResponse<String> last = get(gate.port(), "/");
    assertEquals(421, last.statusCode());
    assertEquals(List.of("close"), last.headers().allValues("Connection"));
    gate.signal("KILL"); // it would stay for minutes
  }

  @Test
  void takesNobodyMoreOnceItsTimeIsOver() throws Exception {
    Duration delay = Duration.ofSeconds(2);
    start(delay);
    long leaves = System.nanoTime() + delay.toNanos();
    gate.signal("TERM");
    awaitNot(() -> isThere(leaves));
    assertTrue(System.nanoTime() >= leaves);
  }

  /** By which it would end, were it not heard. */
  @Test
  void hearsTheSignalToReadItsConfigurationAsSoonAsItListens() throws Exception {
    start(Duration.ofSeconds(1));
    gate.signal("HUP");
    String taken = "cookie_gate_configuration_reloads_total{outcome=\"taken\"} 1";
    awaitNot(() -> !metrics().contains(taken));
  }

  private String metrics() {
    try {
      return get(admin, "/metrics").body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("nobody tells its numbers", e);
    }
  }

  @Test
  void writesItsLogAsJsonWhereThatIsAskedFor() throws Exception {
    start(Duration.ofSeconds(1));
    String id = get(gate.port(), "/private?secret=1").body().replaceFirst("(?s).*Error id: ", "");
    List<String> lines = Files.readAllLines(folder.resolve("log"));
    assertFalse(lines.isEmpty());
    boolean found = false;
    for (String line : lines) {
      JsonNode event = new JsonMapper().readTree(line);
      assertTrue(event.at("/timestamp").asLong() > 1_700_000_000_000L, line);
      assertTrue(event.at("/loggerName").asString().startsWith("io.cookiegate."), line);
      String message = event.at("/formattedMessage").asString();
      assertFalse(message.contains("secret"), line);
      found |= message.startsWith("refused " + id.strip()) && message.contains(" 421 GET ");
    }
    assertTrue(found, lines::toString);
  }
}
