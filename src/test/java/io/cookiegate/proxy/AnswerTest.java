package io.cookiegate.proxy;

import static io.cookiegate.proxy.Http.wire;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Rule;
import io.cookiegate.gate.GateObserver;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What comes back through the gate by HTTP/1.1, seen byte by byte. */
class AnswerTest {
  @AutoClose private final Opened opened = new Opened();

  private int before(RawUpstream.Script script) throws Exception {
    return opened.before(new RawUpstream(script)).port();
  }

  private int saying(String answer) throws Exception {
    return before((request, out) -> out.write(answer.getBytes(ISO_8859_1)));
  }

  @Test
  void keepsHeadAndBodyAsTheyAre() throws Exception {
    String head =
        wire(
            """
            HTTP/1.1 200 OK
            Server: Apache/1.3.26 (Unix)
            Date: Sun, 22 Nov 2026 10:00:00 GMT
            x-Odd-CASE: a  b
            Set-Cookie: a=b; Path=/
            ETag: "x"
            Set-Cookie: c="d e"; path=/x;secure
            Content-Type: IMAGE/png
            Cache-Control: NO-cache
            Empty:
            X-Latin: \u00e5\u00e4\u00f6
            Content-Length: 6
            """);
    Http.Reply reply = Http.get(saying(head + "\r\nab\0\u00ffcd"), "/");
    assertEquals(head, reply.head().replace("Empty: \r\n", "Empty:\r\n"));
    assertEquals("ab\0\u00ffcd", reply.body());
  }

  @Test
  void addsTheDateThatAnUpstreamLeftOut() throws Exception {
    Http.Reply reply = Http.get(saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), "/");
    assertEquals(1, reply.count("Date"));
    assertNull(reply.field("Server"));
  }

  @Test
  void keepsTheReasonPhrase() throws Exception {
    int port = saying("HTTP/1.1 404 Sidan finns inte\r\nContent-Length: 0\r\n\r\n");
    assertEquals("HTTP/1.1 404 Sidan finns inte", Http.get(port, "/").line());
  }

  @Test
  void keepsStatusesThatNobodyKnows() throws Exception {
    int port = saying("HTTP/1.1 599 Odd\r\nContent-Length: 0\r\n\r\n");
    assertEquals("HTTP/1.1 599 Odd", Http.get(port, "/").line());
  }

  @Test
  void passesChunksOn() throws Exception {
    int port =
        saying(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");
    Http.Reply reply = Http.get(port, "/");
    assertEquals("abcde", reply.body());
    assertNull(reply.field("Content-Length"));
    assertEquals("chunked", reply.field("Transfer-Encoding"));
  }

  @Test
  void passesTrailersOn() throws Exception {
    int port =
        saying(
            wire(
                """
            HTTP/1.1 200 OK
            Trailer: X-Sum
            Transfer-Encoding: chunked

            3
            abc
            0
            X-Sum: 42
            Set-Cookie: _track=1

            """));
    Http.Reply reply = Http.get(port, "/");
    assertEquals("X-Sum", reply.field("Trailer"));
    assertEquals("abc", reply.body());
    assertEquals("X-Sum: 42\r\n", reply.trailers());
  }

  @Test
  void endsABodyThatEndsWithItsConnection() throws Exception {
    int port =
        before(
            (request, out) -> {
              out.write("HTTP/1.0 200 OK\r\n\r\nto the end".getBytes(ISO_8859_1));
              out.flush();
              request.socket().close();
            });
    assertEquals("to the end", Http.get(port, "/").body());
  }

  @Test
  void showsTruncation() throws Exception {
    int port =
        before(
            (request, out) -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort".getBytes(ISO_8859_1));
              out.flush();
              request.socket().close();
            });
    assertThrows(IOException.class, () -> Http.get(port, "/"));
  }

  @Test
  void showsTruncationOfChunks() throws Exception {
    int port =
        before(
            (request, out) -> {
              String part = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n";
              out.write(part.getBytes(ISO_8859_1));
              out.flush();
              request.socket().close();
            });
    assertThrows(IOException.class, () -> Http.get(port, "/"));
  }

  @Test
  void answersHeadAsGet() throws Exception {
    int port =
        saying(
            "HTTP/1.1 200 OK\r\nDate: x\r\nContent-Type: image/png\r\nContent-Length: 60\r\n\r\n");
    try (Http http = new Http(port)) {
      for (int i = 0; i < 3; i++) {
        http.send("HEAD / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
        assertEquals(
            "HTTP/1.1 200 OK\r\nDate: x\r\nContent-Type: image/png\r\nContent-Length: 60\r\n",
            http.reply(true).head());
      }
    }
  }

  @Test
  void addsNoLengthToAHeadOfUnknownLength() throws Exception {
    int port = saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    try (Http http = new Http(port)) {
      for (int i = 0; i < 3; i++) {
        http.send("HEAD / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
        assertNull(http.reply(true).field("Content-Length"));
      }
    }
  }

  @Test
  void passesNotModified() throws Exception {
    int port = saying("HTTP/1.1 304 Not Modified\r\nDate: x\r\nETag: \"a\"\r\n\r\n");
    try (Http http = new Http(port)) {
      for (int i = 0; i < 3; i++) {
        http.send("GET /a.png HTTP/1.1\r\nHost: www.site.test\r\nIf-None-Match: \"a\"\r\n\r\n");
        assertEquals(
            "HTTP/1.1 304 Not Modified\r\nDate: x\r\nETag: \"a\"\r\n", http.reply().head());
      }
    }
  }

  @Test
  void passesNoContent() throws Exception {
    int port = saying("HTTP/1.1 204 No Content\r\nDate: x\r\n\r\n");
    assertEquals("HTTP/1.1 204 No Content\r\nDate: x\r\n", Http.get(port, "/").head());
  }

  @Test
  void passesRanges() throws Exception {
    int port =
        before(
            (request, out) -> {
              assertEquals("bytes=2-4", request.field("Range"));
              out.write(
                  wire("""
            HTTP/1.1 206 Partial Content
            Content-Range: bytes 2-4/9
            Content-Type: image/png
            Content-Length: 3

            cde\
            """)
                      .getBytes(ISO_8859_1));
            });
    Http.Reply reply =
        Http.exchange(
            port, "GET /a.png HTTP/1.1\r\nHost: www.site.test\r\nRange: bytes=2-4\r\n\r\n");
    assertEquals(206, reply.status());
    assertEquals("bytes 2-4/9", reply.field("Content-Range"));
    assertEquals("cde", reply.body());
  }

  @Test
  void keepsBackWhatIsForOneConnection() throws Exception {
    int port =
        saying(
            wire(
                """
            HTTP/1.1 200 OK
            Connection: X-Hop, keep-alive
            X-Hop: secret
            Keep-Alive: timeout=5
            Proxy-Authenticate: Basic
            Upgrade: h2c
            X-Stays: yes
            Content-Length: 0

            """));
    Http.Reply reply = Http.get(port, "/");
    for (String name :
        List.of("Connection", "X-Hop", "Keep-Alive", "Proxy-Authenticate", "Upgrade")) {
      assertNull(reply.field(name), name);
    }
    assertEquals("yes", reply.field("X-Stays"));
  }

  @Test
  void passesEarlyHintsWithoutGatedCookies() throws Exception {
    int port =
        saying(
            wire(
                """
            HTTP/1.1 103 Early Hints
            Link: </a.css>; rel=preload
            Link: <https://tracker.test/t.js>; rel=preload
            Set-Cookie: _track=1
            Set-Cookie: a=b

            HTTP/1.1 200 OK
            Content-Length: 2

            ok\
            """));
    try (Http http = new Http(port)) {
      http.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      Http.Reply hints = http.reply();
      assertEquals(103, hints.status());
      assertEquals(1, hints.count("Link"));
      assertEquals("a=b", hints.field("Set-Cookie"));
      assertEquals("ok", http.reply().body());
    }
  }

  /** An answer of the gate's own comes at once, and not when the upstream's time is over. */
  @Test
  void anInterimAnswerThatCannotBeJudgedEndsTheRequest() throws Exception {
    RawUpstream upstream =
        opened.add(
            RawUpstream.saying(
                wire(
                    """
                    HTTP/1.1 103 Early Hints
                    Set-Cookie: _track=1

                    """)));
    GateObserver full =
        new GateObserver() {
          @Override
          public void cookieSet(String name, Rule rule, Outcome outcome) {
            throw new IllegalStateException("full");
          }
        };
    Site site = new Site(List.of("*"), Upstream.of(upstream.uri()), Gates.gate(full));
    int port = opened.add(Gates.start(Gates.settings(site))).port();
    assertEquals(502, Http.get(port, "/").status()); // and not 504
  }

  @Test
  void keepsInterimAnswersFromHttp10() throws Exception {
    int port =
        saying(
            wire(
                """
            HTTP/1.1 103 Early Hints
            Link: </a.css>; rel=preload

            HTTP/1.1 200 OK
            Content-Length: 2

            ok\
            """));
    Http.Reply reply = Http.exchange(port, "GET / HTTP/1.0\r\nHost: www.site.test\r\n\r\n");
    assertEquals(200, reply.status());
  }

  @Test
  void dropsGatedCookiesOnly() throws Exception {
    int port =
        saying(
            wire(
                """
            HTTP/1.1 200 OK
            Set-Cookie: a=b
            Set-Cookie: _track=1; Path=/
            Set-Cookie: c=d
            Content-Length: 0

            """));
    Http.Reply reply = Http.get(port, "/a.png");
    assertFalse(reply.head().contains("_track"), reply.head());
    assertEquals(2, reply.count("Set-Cookie"));
    assertEquals(
        3,
        Http.exchange(
                port,
                "GET /a.png HTTP/1.1\r\nHost: www.site.test\r\nCookie: acceptcookies=true\r\n\r\n")
            .count("Set-Cookie"));
  }

  @Test
  void passesSixtyCookies() throws Exception {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 60; i++) {
      head.append("Set-Cookie: c").append(i).append('=').append("x".repeat(3000)).append("\r\n");
    }
    Http.Reply reply = Http.get(saying(head + "Content-Length: 2\r\n\r\nok"), "/");
    assertEquals(60, reply.count("Set-Cookie"));
    assertEquals("ok", reply.body());
  }

  @Test
  void sendsEventsWhenTheyHappen() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    int port =
        before(
            (request, out) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n"
                      .getBytes(ISO_8859_1));
              out.flush();
              assertTrue(seen.await(30, TimeUnit.SECONDS));
              out.write("data: 2\n\n".getBytes(ISO_8859_1));
              out.flush();
              request.socket().close();
            });
    try (Http http = new Http(port)) {
      http.send("GET /events HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      http.head();
      assertEquals("9", Http.line(http.in));
      assertEquals("data: 1", Http.line(http.in));
      seen.countDown();
      Http.line(http.in);
      Http.line(http.in);
      assertEquals("9", Http.line(http.in));
      assertEquals("data: 2", Http.line(http.in));
    }
  }

  @Test
  void answersHttp10WithoutChunks() throws Exception {
    int port = saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    Http.Reply reply = Http.exchange(port, "GET / HTTP/1.0\r\nHost: www.site.test\r\n\r\n");
    assertNull(reply.field("Transfer-Encoding"));
    assertEquals("abc", reply.body());
  }

  @Test
  void answersPipelinedRequestsInOrder() throws Exception {
    int port =
        before(
            (request, out) -> {
              String target = request.line().split(" ", -1)[1];
              out.write(
                  ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + target).getBytes(ISO_8859_1));
            });
    try (Http http = new Http(port)) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        all.append("GET /").append(i).append(" HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      }
      http.send(all.toString());
      for (int i = 0; i < 8; i++) {
        assertEquals("/" + i, http.reply().body());
      }
    }
  }

  @Test
  void passesABodyLargerThanMemory() throws Exception {
    long length = 1100L << 20; // the tests run with a heap of 1 GiB
    int port =
        before(
            (request, out) -> {
              out.write(
                  ("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n")
                      .getBytes(ISO_8859_1));
              byte[] block = new byte[1 << 20];
              for (long left = length; left > 0; left -= block.length) {
                out.write(block);
              }
            });
    try (Http http = new Http(port)) {
      http.send("GET /big HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      http.head();
      byte[] block = new byte[1 << 20];
      long got = 0;
      for (int n = http.in.read(block); got + n < length; n = http.in.read(block)) {
        got += n;
      }
    }
  }
}
