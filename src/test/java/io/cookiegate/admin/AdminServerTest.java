package io.cookiegate.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.gate.GateObserver.Outcome;
import io.cookiegate.inventory.Inventory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AdminServerTest {
  private final AtomicBoolean ready = new AtomicBoolean();
  private final Readiness readiness =
      new Readiness() {
        @Override
        public boolean isReady() {
          return ready.get();
        }

        @Override
        public String notes() {
          return "as in the file\n";
        }
      };
  private final Inventory inventory = new Inventory();
  private AdminServer admin;

  @BeforeEach
  void start() throws IOException {
    admin = AdminServer.start("127.0.0.1", 0, readiness, inventory, () -> "numbers 1\n");
  }

  @AfterEach
  void stop() {
    admin.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + admin.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void healthTellsLiveFromReady() throws Exception {
    assertEquals(200, get("/health/live").statusCode());
    assertEquals(503, get("/health/ready").statusCode());
    ready.set(true);
    assertEquals("ready\nas in the file\n", get("/health/ready").body());
    assertEquals(404, get("/").statusCode());
    assertEquals("numbers 1\n", get("/metrics").body());
  }

  @Test
  void theInventoryIsJson() throws Exception {
    inventory.of("www.example").cookieSet("a\"b", null, Outcome.SHORTENED);
    JsonNode document = new ObjectMapper().readTree(get("/inventory").body());
    JsonNode sighting = document.get("sightings").get(0);
    assertEquals("a\"b", sighting.get("name").asString());
    assertEquals("set-cookie", sighting.get("kind").asString());
    assertEquals("shortened", sighting.get("outcome").asString());
    assertEquals(1, sighting.get("count").asInt());
    assertTrue(sighting.get("service") == null);
  }

  @Test
  void aPortInUseIsAnIoException() {
    assertThrows(
        IOException.class,
        () ->
            AdminServer.start("127.0.0.1", admin.port(), readiness, inventory, () -> "numbers 1\n")
                .close());
  }
}
