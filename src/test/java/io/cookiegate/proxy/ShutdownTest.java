package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody's answer is cut because the gate ends. */
class ShutdownTest {
  private static final String REQUEST = "GET /%s HTTP/1.1\r\nHost: a\r\n\r\n";

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private RawUpstream upstream;
  private ProxyServer gate;

  @BeforeEach
  void start() throws Exception {
    upstream =
        new RawUpstream(
            (request, out) -> {
              if (request.line().contains("/slow")) {
                asked.countDown();
                answer.await(20, TimeUnit.SECONDS);
              }
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(US_ASCII));
            });
    gate = Gates.before(upstream);
  }

  @AfterEach
  void stop() throws Exception {
    answer.countDown();
    gate.stop();
    upstream.close();
  }

  private CompletableFuture<Void> stopping() throws Exception {
    int port = gate.port();
    CompletableFuture<Void> stopping = CompletableFuture.runAsync(gate::stop);
    for (boolean listening = true; listening; ) { // until nobody new is let in
      try (Http late = new Http(port)) {
        late.send("");
      } catch (ConnectException e) {
        listening = false;
      } catch (IOException e) {
        assertTrue(e.getMessage() != null);
      }
    }
    return stopping;
  }

  @Test
  void saysThatConnectionsCloseBeforeItStops() throws Exception {
    try (Http http = new Http(gate.port())) {
      assertNull(http.send(REQUEST.formatted("")).reply().field("Connection"));
      gate.retire();
      assertEquals("close", http.send(REQUEST.formatted("")).reply().field("Connection"));
      assertTrue(http.closed());
    }
    assertEquals("close", Http.get(gate.port(), "/").field("Connection"));
  }

  @Test
  void answersWhatIsUnderWayAndLetsNobodyElseIn() throws Exception {
    int port = gate.port();
    try (Http http = new Http(port)) {
      http.send(REQUEST.formatted("slow"));
      asked.await();
      CompletableFuture<Void> stopping = stopping();
      assertThrows(ConnectException.class, () -> new Http(port));
      answer.countDown();
      assertEquals("ok", http.reply().body());
      stopping.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void answersWhatIsUnderWayByHttp2() throws Exception {
    // By curl: the client of Java 17 gives up at GOAWAY what it could still be answered.
    Process slow =
        new ProcessBuilder(
                "curl",
                "-sS",
                "--http2-prior-knowledge",
                "-w",
                " %{http_version}",
                "http://127.0.0.1:" + gate.port() + "/slow")
            .redirectErrorStream(true)
            .start();
    asked.await();
    CompletableFuture<Void> stopping = stopping();
    answer.countDown();
    assertEquals("ok 2", new String(slow.getInputStream().readAllBytes(), US_ASCII));
    stopping.get(20, TimeUnit.SECONDS);
  }
}
