package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More visitors than there is room for. */
class CrowdTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String GET = "GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n";

  private final Semaphore answers = new Semaphore(0);
  private RawUpstream upstream;
  private ProxyServer gate;

  @BeforeEach
  void start() throws Exception {
    upstream =
        new RawUpstream(
            (request, out) -> {
              assertTrue(answers.tryAcquire(30, TimeUnit.SECONDS));
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(ISO_8859_1));
            });
  }

  @AfterEach
  void stop() throws Exception {
    answers.release(100);
    gate.close();
    upstream.close();
  }

  private void start(ProxyLimits limits) throws Exception {
    start(limits, PATIENCE);
  }

  private void start(ProxyLimits limits, Duration queue) throws Exception {
    gate =
        Gates.start(
            new ProxySettings(
                List.of(new Listener("127.0.0.1", 0, null)),
                List.of(Gates.site(upstream.uri(), "*")),
                limits,
                new ProxyTimeouts(
                    PATIENCE, PATIENCE, PATIENCE, queue, PATIENCE, PATIENCE, PATIENCE)));
  }

  private static void await(IntSupplier number, int expected) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (number.getAsInt() != expected) {
      assertTrue(System.nanoTime() < end, () -> number.getAsInt() + " instead of " + expected);
      Thread.onSpinWait();
    }
  }

  @Test
  void tellsThoseWhoWaitTooLongAndThoseForWhomThereIsNoRoomToComeBack() throws Exception {
    start(new ProxyLimits(8192, 8192, 1, 1, 1000, 0), Duration.ofSeconds(3));
    try (Http first = new Http(gate.port());
        Http second = new Http(gate.port());
        Http third = new Http(gate.port())) {
      first.send(GET);
      await(upstream.requests::size, 1);
      second.send(GET);
      await(gate::waiting, 1);
      Http.Reply full = third.send(GET).reply();
      assertEquals(503, full.status());
      assertEquals("2", full.field("Retry-After"));
      assertEquals("no-store", full.field("Cache-Control"));
      Http.Reply late = second.reply();
      assertEquals(503, late.status());
      assertEquals("2", late.field("Retry-After"));
      assertEquals(0, gate.waiting());
      answers.release();
      assertEquals("ok", first.reply().body());
      assertEquals(1, upstream.requests.size());
      assertEquals(1, gate.upstreamConnections());
    }
  }

  @Test
  void answersThoseWhoWaitInTheirTurn() throws Exception {
    start(new ProxyLimits(8192, 8192, 1, 10, 1000, 0));
    try (Http first = new Http(gate.port());
        Http second = new Http(gate.port())) {
      first.send(GET);
      await(upstream.requests::size, 1);
      second.send(GET);
      await(gate::waiting, 1);
      answers.release(2);
      assertEquals("ok", first.reply().body());
      Http.Reply reply = second.reply();
      assertEquals("ok", reply.body());
      assertNull(reply.field("Retry-After"));
      assertEquals(1, upstream.connections.get());
    }
  }

  @Test
  void takesNoMoreConnectionsThanItMay() throws Exception {
    start(new ProxyLimits(8192, 8192, 10, 10, 2, 0));
    answers.release(100);
    try (Http first = new Http(gate.port());
        Http second = new Http(gate.port());
        Http third = new Http(gate.port())) {
      assertEquals("ok", first.send(GET).reply().body());
      assertEquals("ok", second.send(GET).reply().body());
      third.send(GET);
      third.patience(500);
      assertThrows(SocketTimeoutException.class, third::head);
      assertEquals(2, gate.connections());
      assertEquals("ok", first.send(GET).reply().body());
      first.reset();
      third.patience(30_000);
      assertEquals("ok", third.reply().body());
    }
    await(gate::connections, 0);
    for (int i = 0; i < 20; i++) { // whose end is counted, too
      assertEquals("ok", Http.exchange(gate.port(), GET).body());
    }
  }

  @Test
  void countsVisitorsAndNoUpstreams() throws Exception {
    start(new ProxyLimits(8192, 8192, 64, 10, 1, 0));
    answers.release(100);
    for (int i = 0; i < 10; i++) {
      assertEquals("ok", close(GET));
    }
  }

  private String close(String request) throws IOException {
    try (Http http = new Http(gate.port())) {
      return http.send(request).reply().body();
    }
  }
}
