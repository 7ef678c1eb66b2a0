package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.cookiegate.e2e.Programs;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A site with several addresses, of which some are gone. */
class FailoverTest {
  private static final String HOST = " / HTTP/1.1\r\nHost: www.site.test\r\n";

  private final List<String> bodies = new ArrayList<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Standing.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private RawUpstream there;
  private ProxyServer gate;

  @BeforeEach
  void start() throws IOException {
    there =
        new RawUpstream(
            (request, out) -> {
              bodies.add(request.body());
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(ISO_8859_1));
            });
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() throws Exception {
    logger.detachAppender(log);
    gate.close();
    there.close();
  }

  private static URI nobody() throws IOException {
    return URI.create("http://127.0.0.1:" + Programs.freePort());
  }

  private int before(URI... origins) throws Exception {
    Upstream upstream = new Upstream(List.of(origins), null);
    Site site = new Site(List.of("*"), upstream, Gates.gate());
    gate = Gates.start(Gates.settings(site));
    return gate.port();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET" + HOST + "\r\n",
        "POST" + HOST + "Content-Length: 5\r\n\r\nhello",
        "POST" + HOST + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "POST" + HOST + "Expect: 100-continue\r\nContent-Length: 0\r\n\r\n",
      })
  void whatNobodyTookGoesToTheNextAddress(String request) throws Exception {
    int port = before(nobody(), URI.create("http://no-such-host.invalid"), there.uri());
    for (int i = 0; i < 2; i++) {
      Http.Reply reply = Http.exchange(port, request);
      assertEquals(200, reply.status(), reply.line());
    }
    String body = request.contains("hello") ? "hello" : "";
    assertEquals(List.of(body, body), bodies);
    assertEquals("www.site.test", there.last().field("Host"));
    assertEquals(2, log.list.size()); // each address once, at the first request
    assertTrue(log.list.get(0).getFormattedMessage().endsWith("it takes no connections"));
  }

  @Test
  void theFirstAddressIsUsedWhileItIsThere() throws Exception {
    try (RawUpstream second = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      int port = before(there.uri(), second.uri());
      for (int i = 0; i < 5; i++) {
        assertEquals("ok", Http.get(port, "/").body());
      }
      assertEquals(0, second.requests.size());
      there.close();
      assertEquals(200, Http.get(port, "/").status());
      assertEquals(1, second.requests.size());
    }
  }

  @Test
  void whatSomebodyTookIsNotDoneElsewhere() throws Exception {
    try (RawUpstream broken = new RawUpstream((request, out) -> request.socket().close())) {
      int port = before(broken.uri(), there.uri());
      Http.Reply reply = Http.exchange(port, "POST" + HOST + "Content-Length: 1\r\n\r\nx");
      assertEquals(502, reply.status());
      assertEquals(0, there.requests.size());
    }
  }

  @Test
  void itIsSaidOnceWhereNoneIsThere() throws Exception {
    int port = before(nobody(), nobody());
    assertEquals(502, Http.get(port, "/").status());
    assertEquals(502, Http.get(port, "/").status());
    assertEquals(2, log.list.size());
  }
}
