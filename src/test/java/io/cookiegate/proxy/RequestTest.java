package io.cookiegate.proxy;

import static io.cookiegate.proxy.Http.wire;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches the upstream by HTTP/1.1, seen byte by byte. */
class RequestTest {
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private RawUpstream upstream;
  private ProxyServer gate;

  @BeforeEach
  void start() throws Exception {
    upstream =
        new RawUpstream(
            (request, out) -> {
              if ("100-continue".equals(request.field("Expect"))
                  && !request.line().contains("silent")) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
                out.flush();
              }
              bodies.add(request.body());
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(ISO_8859_1));
            });
    gate = Gates.before(upstream);
  }

  @AfterEach
  void stop() throws Exception {
    gate.stop();
    upstream.close();
  }

  private String body() throws InterruptedException {
    return bodies.poll(30, TimeUnit.SECONDS);
  }

  @Test
  void keepsTheHeadsOrderAndValues() throws IOException {
    Http.exchange(
        gate.port(),
        wire(
            """
            GET /a.png HTTP/1.1
            Host: www.site.test
            User-Agent: Mozilla/4.0 (compatible; MSIE 6.0)
            X-Odd-CASE: a  b
            Accept: */*
            Cookie: a=b; c="d e"; a=again
            Accept-Encoding: gzip
            If-None-Match: "x"
            X-Latin: \u00e5
            X-Request-Id: 4bf92f35-77b3/4da6=

            """));
    assertEquals(
        wire(
            """
            GET /a.png HTTP/1.1
            Host: www.site.test
            User-Agent: Mozilla/4.0 (compatible; MSIE 6.0)
            X-Odd-CASE: a  b
            Accept: */*
            Cookie: a=b; c="d e"; a=again
            Accept-Encoding: gzip
            If-None-Match: "x"
            X-Latin: \u00e5
            X-Request-Id: 4bf92f35-77b3/4da6=
            X-Forwarded-For: 127.0.0.1
            X-Forwarded-Host: www.site.test
            X-Forwarded-Proto: http
            Forwarded: for=127.0.0.1;host=www.site.test;proto=http
            Via: 1.1 cookie-gate

            """),
        upstream.last().head());
  }

  @Test
  void saysAnewWhereTheVisitorComesFrom() throws IOException {
    Http.exchange(
        gate.port(),
        wire(
            """
            GET / HTTP/1.1
            Host: www.site.test:8080
            X-Forwarded-For: 10.0.0.1
            X-Forwarded-Proto: https
            x-forwarded-port: 1
            Forwarded: for=10.0.0.1;proto=https

            """));
    assertEquals("127.0.0.1", upstream.last().field("X-Forwarded-For"));
    assertEquals("http", upstream.last().field("X-Forwarded-Proto"));
    assertNull(upstream.last().field("X-Forwarded-Port"));
    assertEquals(
        "for=127.0.0.1;host=\"www.site.test:8080\";proto=http", upstream.last().field("Forwarded"));
    assertEquals(1, upstream.last().count("Forwarded"));
  }

  @Test
  void keepsBackWhatIsForOneConnection() throws IOException {
    Http.exchange(
        gate.port(),
        wire(
            """
            GET / HTTP/1.1
            Host: www.site.test
            Connection: keep-alive, X-Hop, Host
            X-Hop: secret
            Keep-Alive: timeout=5
            Proxy-Authorization: Basic x
            TE: gzip

            """));
    for (String name : List.of("Connection", "X-Hop", "Keep-Alive", "Proxy-Authorization", "TE")) {
      assertNull(upstream.last().field(name), name);
    }
    assertEquals("www.site.test", upstream.last().field("Host"));
  }

  @Test
  void withholdsGatedCookies() throws IOException {
    Http.exchange(
        gate.port(), "GET / HTTP/1.1\r\nHost: www.site.test\r\nCookie: a=b; _track=1; c=d\r\n\r\n");
    assertEquals("a=b; c=d", upstream.last().field("Cookie"));
  }

  @Test
  void namesTheUpstreamWhereTheVisitorNamesNoHost() throws IOException {
    Http.Reply reply = Http.exchange(gate.port(), "GET / HTTP/1.0\r\n\r\n");
    assertEquals(200, reply.status());
    assertEquals(upstream.uri().getAuthority(), upstream.last().field("Host"));
    assertFalse(upstream.last().head().contains("null"), upstream.last().head());
  }

  @Test
  void passesABodyOfKnownLength() throws Exception {
    Http.exchange(
        gate.port(), "POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: 5\r\n\r\nab\0cd");
    assertEquals("ab\0cd", body());

    assertEquals("5", upstream.last().field("Content-Length"));
    assertNull(upstream.last().field("Content-Type"));
  }

  @Test
  void passesAnEmptyBody() throws Exception {
    Http.exchange(
        gate.port(), "POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: 0\r\n\r\n");
    assertEquals("0", upstream.last().field("Content-Length"));
  }

  @Test
  void passesChunksAndTrailers() throws Exception {
    Http.exchange(
        gate.port(),
        wire(
            """
            POST / HTTP/1.1
            Host: www.site.test
            Transfer-Encoding: chunked

            3
            abc
            2
            de
            0
            X-Sum: 7

            """));
    assertEquals("abcde", body());

    assertEquals("chunked", upstream.last().field("Transfer-Encoding"));
    assertEquals(List.of("X-Sum: 7"), upstream.last().trailers());
  }

  @Test
  void waitsForTheUpstreamsWord() throws Exception {
    try (Http http = new Http(gate.port())) {
      http.send(
          "POST / HTTP/1.1\r\nHost: www.site.test\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
      assertEquals(100, http.reply().status());
      http.send("abc");
      assertEquals(200, http.reply().status());
      assertEquals("abc", body());
    }
  }

  @Test
  void goesOnWithoutTheUpstreamsWord() throws Exception {
    try (Http http = new Http(gate.port())) {
      http.send(
          wire(
              """
              POST /silent HTTP/1.1
              Host: www.site.test
              Expect: 100-continue
              Content-Length: 3

              abc\
              """));
      Http.Reply reply = http.reply();
      assertEquals(200, reply.status() == 100 ? http.reply().status() : reply.status());
      assertEquals("abc", body());
    }
  }

  @Test
  void asksForTrailersWhereTheVisitorTakesThem() throws IOException {
    Http.exchange(
        gate.port(),
        "GET / HTTP/1.1\r\nHost: www.site.test\r\nTE: trailers\r\nConnection: TE\r\n\r\n");
    assertEquals("trailers", upstream.last().field("TE"));
    assertEquals("TE", upstream.last().field("Connection"));
  }

  /** RFC 9112 6.1. */
  @Test
  void refusesCodingsItDoesNotUndo() throws Exception {
    String rest = "Transfer-Encoding: gzip, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    String head = "POST / HTTP/1.1\r\nHost: www.site.test\r\n";
    assertEquals(501, Http.exchange(gate.port(), head + rest).status());
    assertEquals(200, Http.exchange(gate.port(), head + rest.replace("gzip, c", "C")).status());
    assertEquals(1, upstream.requests.size());
  }

  @Test
  void refusesLengthTogetherWithChunks() throws IOException {
    Http.Reply reply =
        Http.exchange(
            gate.port(),
            wire(
                """
                POST / HTTP/1.1
                Host: www.site.test
                Content-Length: 5
                Transfer-Encoding: chunked

                0

                """));
    assertEquals(400, reply.status());
    assertEquals(0, upstream.requests.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: www.site.test\r\nHost: other.test\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: www.site.test\r\nX : y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: www.site.test\r\nX: y\r\n z\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: www.site.test\nX: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: www.site.test\r\nX: a\0b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: www.site.test\r\nX: a\rb\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: www.site.test\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET http://a.test/ HTTP/1.1\r\nHost: www.site.test\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: +1\r\n\r\na",
        "POST / HTTP/1.1\r\nHost: www.site.test\r\nTransfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: www.site.test\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "GET  / HTTP/1.1\r\nX\r\n\r\n",
        "rubbish\r\n\r\n",
      })
  void refusesWhatCanBeReadInTwoWays(String request) throws IOException {
    Http.Reply reply = Http.exchange(gate.port(), request);
    assertEquals(4, reply.status() / 100, reply.line());
    assertEquals(0, upstream.requests.size());
    assertFalse(reply.head().contains("Jetty"), reply.head());
    assertFalse(reply.body().contains("etty"), reply.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT"})
  void refusesMethodsThatAreForProxies(String method) throws IOException {
    String target = method.equals("CONNECT") ? "www.site.test:80" : "/";
    Http.Reply reply =
        Http.exchange(
            gate.port(), method + " " + target + " HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
    assertEquals(405, reply.status());
    assertTrue(reply.field("Allow").contains("GET"));
    assertEquals(0, upstream.requests.size());
  }

  @Test
  void takesHeadsOfSixtyKilobytes() throws IOException {
    StringBuilder head = new StringBuilder("GET / HTTP/1.1\r\nHost: www.site.test\r\n");
    for (int i = 0; i < 20; i++) {
      head.append("Cookie: c").append(i).append('=').append("x".repeat(3000)).append("\r\n");
    }
    assertEquals(200, Http.exchange(gate.port(), head + "\r\n").status());
    assertTrue(upstream.last().head().length() > 60_000);
  }

  @Test
  void refusesLongerHeads() throws IOException {
    String head = "GET / HTTP/1.1\r\nHost: www.site.test\r\nX: " + "x".repeat(70_000) + "\r\n\r\n";
    Http.Reply reply = Http.exchange(gate.port(), head);
    assertEquals(431, reply.status());
    assertTrue(reply.body().contains("Error id: "));
    assertEquals(0, upstream.requests.size());
  }

  @Test
  void keepsConnectionsToTheUpstream() throws IOException {
    for (int i = 0; i < 5; i++) {
      Http.get(gate.port(), "/");
    }
    // Jetty gives a connection back right after the visitor has its answer: a second may be needed.
    assertTrue(upstream.connections.get() <= 2, () -> "" + upstream.connections);
  }
}
