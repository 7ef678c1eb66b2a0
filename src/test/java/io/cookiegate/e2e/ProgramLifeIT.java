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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

  @BeforeEach
  void start() throws IOException {
    Path config = folder.resolve("gate.yaml");
    Files.writeString(
        config,
        """
        listen: [{ host: 127.0.0.1, port: 0 }]
        admin: { port: %d }
        shutdown: { delay: 2s }
        receipts: { record: false }
        sites: [{ hosts: [a.example], upstream: "http://127.0.0.1:1" }]
        """
            .formatted(admin));
    ProcessBuilder command = GateProcess.command("run", config.toString());
    command.environment().put("COOKIE_GATE_LOG", "JSON");
    gate = GateProcess.start(folder.resolve("log"), command);
  }

  @AfterEach
  void stop() {
    gate.close();
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
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

  private boolean isThere() {
    try {
      get(gate.port(), "/");
      return true;
    } catch (ConnectException e) {
      return false;
    } catch (Exception e) {
      throw new AssertionError("a visitor who was let in got no answer", e);
    }
  }

  /** How long it takes until something is so no more. */
  private static long millisUntilNot(BooleanSupplier holds) {
    long start = System.nanoTime();
    while (holds.getAsBoolean()) {
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  @Test
  void saysThatItIsNotReadyBeforeItTakesNobodyMore() throws Exception {
    assertTrue(isReady());
    gate.signal("TERM");
    millisUntilNot(this::isReady);
    HttpResponse<String> last = get(gate.port(), "/");
    assertEquals(421, last.statusCode());
    assertEquals(List.of("close"), last.headers().allValues("Connection"));
    assertTrue(millisUntilNot(this::isThere) > 1000);
  }

  @Test
  void writesItsLogAsJsonWhereThatIsAskedFor() throws Exception {
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
