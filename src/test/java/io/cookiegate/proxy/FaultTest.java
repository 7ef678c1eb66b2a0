package io.cookiegate.proxy;

import static io.cookiegate.proxy.Http.wire;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.cookiegate.e2e.Programs;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the visitor and the log see when something goes wrong. */
class FaultTest {
  private static final Pattern ID = Pattern.compile("Error id: ([0-9a-z]{8})");

  @AutoClose private final Opened opened = new Opened();
  private final Logger logger = (Logger) LoggerFactory.getLogger(ErrorAnswers.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() throws Exception {
    logger.setLevel(null);
    logger.detachAppender(log);
  }

  private int before(RawUpstream.Script script) throws Exception {
    return opened.before(new RawUpstream(script)).port();
  }

  /** Before one that is given up soon. */
  private int impatientBefore(RawUpstream.Script script) throws Exception {
    RawUpstream upstream = opened.add(new RawUpstream(script));
    Site site = Gates.site(upstream.uri(), "*");
    return opened.add(Gates.start(Gates.settings(Gates.impatient(), site))).port();
  }

  private int before(URI upstream) throws Exception {
    ProxyServer gate = Gates.start(Gates.settings(Gates.site(upstream, "*")));
    opened.add(gate);
    return gate.port();
  }

  private static URI nobody() throws IOException {
    return URI.create("http://127.0.0.1:" + Programs.freePort());
  }

  /** The one line in the log, which names the id that the visitor reads. */
  private String logged(Http.Reply reply) {
    Matcher id = ID.matcher(reply.body());
    assertTrue(id.find(), reply.body());
    List<String> lines =
        log.list.stream()
            .map(ILoggingEvent::getFormattedMessage)
            .filter(line -> line.contains(id.group(1)))
            .toList();
    assertEquals(1, lines.size());
    return lines.get(0);
  }

  @Test
  void tellsOfAnUpstreamThatIsNotThere() throws Exception {
    Http.Reply reply = Http.get(before(nobody()), "/a/b?secret=1");
    assertEquals(502, reply.status());
    assertEquals("text/plain;charset=utf-8", reply.field("Content-Type"));
    assertEquals("no-store", reply.field("Cache-Control"));
    String line = logged(reply);
    assertTrue(line.contains(" 502 GET www.site.test/a/b (request "), line);
    assertTrue(line.contains("): upstream http://127.0.0.1:"), line);
    assertTrue(line.endsWith(": it takes no connections"), line);
    assertFalse(line.contains("secret"), line);
    assertTrue(log.list.stream().allMatch(event -> event.getThrowableProxy() == null));
  }

  @Test
  void tellsBrowsersInHtml() throws Exception {
    Http.Reply reply =
        Http.exchange(
            before(nobody()),
            "GET / HTTP/1.1\r\nHost: www.site.test\r\nAccept: text/html,*/*;q=0.8\r\n\r\n");
    assertEquals("text/html;charset=utf-8", reply.field("Content-Type"));
    assertTrue(reply.body().startsWith("<!DOCTYPE html>"), reply.body());
    assertFalse(reply.body().contains("Exception"), reply.body());
    logged(reply);
  }

  @Test
  void answersHeadWithAHead() throws Exception {
    try (Http http = new Http(before(nobody()))) {
      for (int i = 0; i < 2; i++) {
        http.send("HEAD / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
        assertEquals(502, http.reply(true).status());
      }
    }
  }

  @Test
  void tellsOfANameThatDoesNotResolve() throws Exception {
    Http.Reply reply = Http.get(before(URI.create("http://no-such-host.invalid:80")), "/");
    assertEquals(502, reply.status());
    logged(reply);
  }

  @Test
  void tellsOfASilentUpstream() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    int port = impatientBefore((request, out) -> assertTrue(end.await(30, TimeUnit.SECONDS)));
    Http.Reply reply = Http.get(port, "/");
    end.countDown();
    assertEquals(504, reply.status());
    assertTrue(logged(reply).endsWith("it did not answer in time"));
  }

  @Test
  void tellsOfAnAnswerThatIsNotHttp() throws Exception {
    int port = before((request, out) -> out.write("hello\r\n\r\n".getBytes(ISO_8859_1)));
    Http.Reply reply = Http.get(port, "/");
    assertEquals(502, reply.status());
    logged(reply);
  }

  @Test
  void tellsOfAnAnswerHeadThatIsTooLong() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nX: " + "x".repeat(300_000) + "\r\n\r\n";
    int port = before((request, out) -> out.write(head.getBytes(ISO_8859_1)));
    assertEquals(502, Http.get(port, "/").status());
  }

  @Test
  void refusesAnAnswerWithTwoLengths() throws Exception {
    String answer =
        wire(
            """
            HTTP/1.1 200 OK
            Content-Length: 5
            Transfer-Encoding: chunked

            0

            """);
    int port = before((request, out) -> out.write(answer.getBytes(ISO_8859_1)));
    assertEquals(502, Http.get(port, "/").status());
  }

  @Test
  void cutsOffWhenTheUpstreamFallsSilentInTheMiddle() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    int port =
        impatientBefore(
            (request, out) -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort".getBytes(ISO_8859_1));
              out.flush();
              assertTrue(end.await(30, TimeUnit.SECONDS));
            });
    assertThrows(IOException.class, () -> Http.get(port, "/"));
    end.countDown();
    assertTrue(
        log.list.stream().anyMatch(event -> event.getFormattedMessage().contains(" cut off ")));
  }

  @Test
  void triesAgainOnAStaleConnection() throws Exception {
    AtomicInteger count = new AtomicInteger();
    int port =
        before(
            (request, out) -> {
              if (count.incrementAndGet() == 2) {
                request.socket().close();
              } else {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(ISO_8859_1));
              }
            });
    assertEquals("ok", Http.get(port, "/").body());
    assertEquals("ok", Http.get(port, "/again?x|y").body());
    assertEquals(3, count.get());
  }

  @Test
  void triesAgainOnce() throws Exception {
    AtomicInteger count = new AtomicInteger();
    int port =
        before(
            (request, out) -> {
              count.incrementAndGet();
              request.socket().close();
            });
    assertEquals(502, Http.get(port, "/").status());
    assertEquals(2, count.get());
  }

  @Test
  void doesNotSendTwiceWhatMayNotBeDoneTwice() throws Exception {
    AtomicInteger count = new AtomicInteger();
    int port =
        before(
            (request, out) -> {
              count.incrementAndGet();
              request.socket().close();
            });
    Http.Reply reply =
        Http.exchange(port, "POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: 1\r\n\r\na");
    assertEquals(502, reply.status());
    assertEquals(1, count.get());
  }

  @Test
  void tellsOfAHostThatIsNoSite() throws Exception {
    RawUpstream upstream = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    ProxyServer gate = Gates.start(Gates.settings(Gates.site(upstream.uri(), "www.site.test")));
    opened.add(upstream);
    opened.add(gate);
    assertEquals(200, Http.get(gate.port(), "/").status());
    Http.Reply reply = Http.exchange(gate.port(), "GET / HTTP/1.1\r\nHost: other.test\r\n\r\n");
    assertEquals(421, reply.status());
    logged(reply);
  }

  @Test
  void passesAnEarlyRefusalOfALargeUpload() throws Exception {
    int port =
        before(
            (request, out) -> {
              out.write(
                  "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig"
                      .getBytes(ISO_8859_1));
              out.flush();
              request.in().readNBytes(1000);
            });
    try (Http http = new Http(port)) {
      http.send("POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: 50000000\r\n\r\nabc");
      Http.Reply reply = http.reply();
      assertEquals(413, reply.status());
      assertEquals("big", reply.body());
    }
  }

  @Test
  void aVisitorThatLeavesEndsTheUpstreamsWork() throws Exception {
    CountDownLatch failed = new CountDownLatch(1);
    int port =
        before(
            (request, out) -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
              byte[] block = new byte[1 << 16];
              try {
                while (true) {
                  out.write(block);
                }
              } catch (IOException e) {
                failed.countDown();
                throw e;
              }
            });
    try (Http http = new Http(port)) {
      http.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      http.head();
    }
    assertTrue(failed.await(20, TimeUnit.SECONDS));
  }

  @Test
  void endsALoopOfUpstreams() throws Exception {
    URI itself = nobody();
    ProxyServer gate =
        Gates.start(
            new ProxySettings(
                List.of(new Listener("127.0.0.1", itself.getPort(), null)),
                List.of(Gates.site(itself, "*")),
                ProxyLimits.DEFAULT,
                Gates.ample()));
    opened.add(gate);
    Http.Reply reply = Http.get(gate.port(), "/");
    assertEquals(508, reply.status());
    assertEquals(1, log.list.size());
    String line = log.list.get(0).getFormattedMessage();
    assertTrue(line.endsWith("an upstream leads back to it"), line);
  }

  @Test
  void takesAFewGatesInARowForNoLoop() throws Exception {
    RawUpstream upstream = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    ProxyServer gate = opened.before(upstream);
    String vias = "Via: 1.1 cookie-gate\r\nVia: 2 a, 1.1 cookie-gate\r\n";
    Http.Reply reply =
        Http.exchange(gate.port(), "GET / HTTP/1.1\r\nHost: www.site.test\r\n" + vias + "\r\n");
    assertEquals(200, reply.status());
    assertEquals(
        "1.1 cookie-gate, 2 a, 1.1 cookie-gate, 1.1 cookie-gate", upstream.last().field("Via"));
  }
}
