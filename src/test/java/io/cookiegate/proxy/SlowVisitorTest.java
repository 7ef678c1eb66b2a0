package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.config.Forwarding;
import io.cookiegate.host.AddressRange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Visitors who would hold a connection for ever by a byte now and then. */
class SlowVisitorTest {
  private static final Duration SILENCE = Duration.ofMillis(1200);
  private static final Duration HEAD = Duration.ofMillis(300);
  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private RawUpstream upstream;
  private ProxyServer gate;

  @AfterEach
  void stop() throws Exception {
    gate.close();
    upstream.close();
  }

  private void before(RawUpstream.Script script) throws Exception {
    before(script, new Listener("127.0.0.1", 0, null));
  }

  private void before(RawUpstream.Script script, Listener listener) throws Exception {
    before(script, listener, SILENCE);
  }

  private void before(RawUpstream.Script script, Listener listener, Duration silence)
      throws Exception {
    upstream = new RawUpstream(script);
    ProxyTimeouts timeouts = new ProxyTimeouts(AMPLE, AMPLE, AMPLE, AMPLE, HEAD, silence, AMPLE);
    AddressRange here = AddressRange.parse("127.0.0.0/8");
    gate =
        Gates.start(
            new ProxySettings(
                    List.of(listener),
                    List.of(Gates.site(upstream.uri(), "*")),
                    ProxyLimits.DEFAULT,
                    timeouts)
                .with(
                    new Forwarding(
                        List.of(here),
                        Forwarding.Dialect.X_FORWARDED,
                        true,
                        Forwarding.RequestIds.ASKED)));
  }

  private static void answer(RawUpstream.Came request, java.io.OutputStream out)
      throws IOException {
    request.bytes();
    out.write(OK.getBytes(ISO_8859_1));
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
  }

  /** Whether the gate has closed, which a byte sent to it finds out sooner or later. */
  private static boolean isEndedWhile(Http http, String repeated) throws IOException {
    long end = System.nanoTime() + AMPLE.toNanos();
    try {
      while (System.nanoTime() < end) {
        http.send(repeated);
        pause();
      }
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'GET / HTTP/1.1\r\nHost: www.site.test\r\nX: ', x",
    "'G', E",
    "'', '\r\n'",
    "'PRI * HTTP/2.0\r\n\r\nS', ''"
  })
  void aHeadThatNeverEndsIsGivenUp(String begin, String repeated) throws Exception {
    before(SlowVisitorTest::answer);
    try (Http http = new Http(gate.port())) {
      http.send(begin);
      if (repeated.isEmpty()) {
        assertTrue(http.in.readAllBytes().length < 200); // after a word in HTTP/2
      } else {
        assertTrue(isEndedWhile(http, repeated));
      }
    }
    assertEquals(0, upstream.requests.size());
  }

  @Test
  void aSecondHeadThatNeverEndsIsGivenUp() throws Exception {
    before(SlowVisitorTest::answer);
    try (Http http = new Http(gate.port())) {
      http.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      assertEquals(200, http.reply().status());
      assertTrue(isEndedWhile(http, "x"));
    }
    assertEquals(1, upstream.requests.size());
    assertEquals(1, gate.slowHeads());
  }

  @Test
  void aHandshakeThatNeverEndsIsGivenUp() throws Exception {
    before(
        SlowVisitorTest::answer,
        new Listener("127.0.0.1", 0, new TlsFiles(pem("cert"), pem("key"))));
    try (Http http = new Http(gate.port())) {
      http.send("\u0016\u0003\u0001\u0001\u0000\u0001\u0000\u0000\u00fc\u0003\u0003");
      assertTrue(isEndedWhile(http, "x"));
    }
    assertEquals(1, gate.slowHeads());
  }

  private static java.nio.file.Path pem(String name) {
    return java.nio.file.Path.of("src/test/resources/tls/" + name + ".pem");
  }

  @Test
  void aLineOfProxyProtocolThatNeverEndsIsGivenUp() throws Exception {
    before(SlowVisitorTest::answer, new Listener("127.0.0.1", 0, null, true));
    try (Http http = new Http(gate.port())) {
      http.send("PROXY TCP4 1");
      assertTrue(http.closed());
    }
    assertEquals(1, gate.slowHeads());
  }

  @Test
  void aVisitorWhoPausesBetweenRequestsIsKept() throws Exception {
    before(
        (request, out) -> {
          pause(); // so that looks fall into the request, too
          pause();
          answer(request, out);
        },
        new Listener("127.0.0.1", 0, null),
        AMPLE);
    try (Http http = new Http(gate.port())) {
      for (int i = 0; i < 3; i++) {
        http.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
        assertEquals("ok", http.reply().body());
        LockSupport.parkNanos(HEAD.multipliedBy(2).toNanos());
      }
    }
    assertEquals(0, gate.slowHeads());
  }

  @Test
  void aVisitorWhoSaysNothingIsGivenUp() throws Exception {
    before(SlowVisitorTest::answer);
    try (Http http = new Http(gate.port())) {
      assertTrue(http.closed());
    }
  }

  @ParameterizedTest
  @CsvSource({"Content-Length: 5000, x", "Transfer-Encoding: chunked, '1\r\nx\r\n'"})
  void aBodyThatTricklesIsGivenUp(String framing, String piece) throws Exception {
    before(SlowVisitorTest::answer);
    try (Http http = new Http(gate.port())) {
      http.send("POST / HTTP/1.1\r\nHost: www.site.test\r\n" + framing + "\r\n\r\n");
      sendOn(http, piece);
      assertTrue(http.in.available() > 0); // while it still comes
      assertEquals(408, http.reply().status());
    }
  }

  /** Sends bits of a body until there is an answer. */
  private static void sendOn(Http http, String repeated) throws IOException {
    long end = System.nanoTime() + AMPLE.toNanos();
    while (System.nanoTime() < end && http.in.available() == 0) {
      http.send(repeated);
      pause();
    }
  }

  @Test
  void aBodyThatStopsIsGivenUp() throws Exception {
    before(SlowVisitorTest::answer);
    try (Http http = new Http(gate.port())) {
      http.send("POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: 9\r\n\r\nx");
      assertEquals(408, http.reply().status());
    }
  }

  @Test
  void aBodyThatTheUpstreamTakesSlowlyPasses() throws Exception {
    int size = 4 << 20;
    before(
        (request, out) -> {
          for (int i = 0; i < 16; i++) {
            request.in().readNBytes(size / 16);
            pause();
          }
          out.write(OK.getBytes(ISO_8859_1));
        },
        new Listener("127.0.0.1", 0, null),
        AMPLE);
    try (Http http = new Http(gate.port())) {
      http.send("POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: " + size + "\r\n\r\n");
      http.send("x".repeat(size));
      assertEquals(200, http.reply().status());
    }
  }

  @Test
  void aVisitorWhoDoesNotReadIsGivenUp() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    before(
        (request, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
          try {
            while (true) {
              out.write(new byte[1 << 16]);
            }
          } catch (IOException e) {
            ended.countDown();
          }
        });
    try (Http http = new Http(gate.port())) {
      http.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      assertTrue(ended.await(30, TimeUnit.SECONDS));
      assertFalse(gate.slowHeads() > 0);
    }
  }
}
