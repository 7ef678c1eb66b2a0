package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of requests that are over, besides what the access log shows. */
class CompletionsTest {
  private record Told(
      int status, Answered.End end, String failure, boolean retried, long read, long written) {}

  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private RawUpstream upstream;
  private ProxyServer gate;

  @AfterEach
  void stop() throws Exception {
    gate.stop();
    upstream.close();
  }

  private void start(RawUpstream upstream) throws Exception {
    this.upstream = upstream;
    gate = Gates.start(Gates.settings(Gates.site(upstream.uri(), "*")).with(this::tell));
  }

  private void tell(Answered answered) {
    told.add(
        new Told(
            answered.status(),
            answered.end(),
            answered.upstreamFailure(),
            answered.wasRetried(),
            answered.pageBytesRead(),
            answered.pageBytesWritten()));
  }

  private Told next() throws InterruptedException {
    return told.poll(30, TimeUnit.SECONDS);
  }

  @Test
  void countsTheBytesOfAPageOnBothSides() throws Exception {
    String page = "<p>a<script src=//tracker.test/t.js></script>b";
    start(
        RawUpstream.saying(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                + page.length()
                + "\r\n\r\n"
                + page));
    String body = Http.get(gate.port(), "/").body();
    Told answered = next();
    assertEquals(page.length(), answered.read());
    assertEquals(body.length(), answered.written());
    assertTrue(answered.written() < answered.read());
  }

  @Test
  void tellsOfAnAnswerThatWasCutOff() throws Exception {
    start(
        new RawUpstream(
            (request, out) -> {
              String half =
                  "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nhalf";
              out.write(half.getBytes(US_ASCII));
              out.flush();
              request.socket().close();
            }));
    assertThrows(IOException.class, () -> Http.get(gate.port(), "/"));
    Told answered = next();
    assertEquals(Answered.End.CUT_OFF, answered.end());
    assertEquals("broken-answer", answered.failure());
    assertEquals(-1, answered.read());
  }

  @Test
  void tellsOfAVisitorWhoLeft() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    start(
        new RawUpstream(
            (request, out) -> {
              asked.countDown();
              left.await();
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n".getBytes(US_ASCII));
              out.write(new byte[50_000_000]);
            }));
    try (Http http = new Http(gate.port())) {
      http.send("GET /a.bin HTTP/1.1\r\nHost: a\r\n\r\n");
      asked.await();
      http.reset();
      left.countDown();
    }
    assertEquals(Answered.End.VISITOR_GONE, next().end());
  }

  @Test
  void tellsOfARequestThatWasSentAgain() throws Exception {
    start(
        new RawUpstream(
            (request, out) -> {
              if (!request.line().contains("/stale") || upstreamAsked() > 2) {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
              } else {
                request.socket().close();
              }
            }));
    Http.get(gate.port(), "/");
    assertEquals(false, next().retried());
    Http.get(gate.port(), "/stale");
    assertEquals(true, next().retried());
  }

  private int upstreamAsked() {
    return upstream.requests.size();
  }

  @Test
  void goesOnWhereAnObserverFails() throws Exception {
    upstream = RawUpstream.saying("HTTP/1.1 204 No Content\r\n\r\n");
    ProxyObserver failing =
        answered -> {
          throw new IllegalStateException("no");
        };
    gate =
        Gates.start(Gates.settings(Gates.site(upstream.uri(), "*")).with(failing).with(this::tell));
    assertEquals(204, Http.get(gate.port(), "/").status());
    assertEquals(204, next().status());
  }
}
