package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One connection to an upstream and the requests that follow each other on it. */
@Timeout(60)
class UpstreamConnectionTest {
  private static final String SMALL = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private static final int RESETS = 20;

  @AutoClose private final Opened opened = new Opened();

  private RawUpstream upstream(RawUpstream.Script script) throws Exception {
    return opened.add(new RawUpstream(script));
  }

  private int before(RawUpstream upstream) throws Exception {
    return opened.add(Gates.before(upstream)).port();
  }

  /** Asks by one connection, whose loop has connections to upstreams of its own. */
  private static void ask(int port, String... targets) throws IOException {
    try (Http visitor = new Http(port)) {
      for (String target : targets) {
        visitor.send("GET " + target + " HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
        assertEquals("ok", visitor.reply().body());
      }
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  /** The first answer may be there before the thread that opened the connection has let go of it. */
  @Test
  void servesOneRequestAfterTheOther() throws Exception {
    RawUpstream upstream = upstream((request, out) -> say(out, SMALL));
    ask(before(upstream), "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9");
    int connections = upstream.connections.get();
    assertTrue(connections <= 2, "connections: " + connections);
  }

  /** Else the next visitor would read what was meant for nobody (RFC 9112 9.2). */
  @Test
  void isNotUsedAgainWhenMoreCameThanTheAnswer() throws Exception {
    String more = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nstolen";
    RawUpstream upstream = upstream((request, out) -> say(out, SMALL + more));
    ask(before(upstream), "/1", "/2");
    assertEquals(2, upstream.connections.get());
  }

  @Test
  void isNotUsedAgainWhenTheUpstreamSaysSo() throws Exception {
    String last = SMALL.replace("\r\n\r\n", "\r\nConnection: Close\r\n\r\n");
    RawUpstream upstream = upstream((request, out) -> say(out, last));
    ask(before(upstream), "/1", "/2");
    assertEquals(2, upstream.connections.get());
  }

  @Test
  void isUsedAgainByHttp10OnlyWhereTheUpstreamKeepsIt() throws Exception {
    String kept = "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok";
    String gone = "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok";
    RawUpstream upstream =
        upstream((request, out) -> say(out, request.line().contains("kept") ? kept : gone));
    ask(before(upstream), "/kept", "/kept", "/gone", "/gone");
    assertEquals(2, upstream.connections.get());
  }

  @Test
  void keepsTheTrailersOfEachAnswer() throws Exception {
    RawUpstream upstream =
        upstream(
            (request, out) ->
                say(
                    out,
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Of: "
                        + request.line().replaceAll("GET | HTTP.*", "")
                        + "\r\n\r\n"));
    try (Http visitor = new Http(before(upstream))) {
      for (String target : List.of("/one", "/two")) {
        visitor.send("GET " + target + " HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
        assertEquals("X-Of: " + target + "\r\n", visitor.reply().trailers());
      }
    }
    assertEquals(1, upstream.connections.get());
  }

  @Test
  void closesWhatIsSilentForLongerThanItIsKept() throws Exception {
    CompletableFuture<Integer> after = new CompletableFuture<>();
    RawUpstream upstream =
        upstream(
            (request, out) -> {
              say(out, SMALL);
              after.complete(request.in().read());
            });
    ProxySettings soon = Gates.settings(Gates.impatient(), Gates.site(upstream.uri(), "*"));
    assertEquals("ok", Http.get(opened.add(Gates.start(soon)).port(), "/1").body());
    assertEquals(-1, after.get(30, SECONDS));
  }

  @Test
  void saysThatAPostWithoutABodyHasNone() throws Exception {
    RawUpstream upstream = upstream((request, out) -> say(out, SMALL));
    int port = before(upstream);
    Http.exchange(port, "POST / HTTP/1.1\r\nHost: www.site.test\r\nConnection: close\r\n\r\n");
    assertEquals("0", upstream.last().field("Content-Length"));
  }

  /** An upstream may refuse an upload by its head and close: its answer is not lost. */
  @Test
  void readsAnAnswerThatCameBeforeTheUploadWasTaken() throws Exception {
    RawUpstream upstream =
        upstream(
            (request, out) ->
                say(
                    out,
                    "HTTP/1.1 413 Too much\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno"));
    int port = before(upstream);
    Http.Reply reply =
        Http.exchange(
            port,
            "POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: 10\r\n"
                + "Connection: close\r\n\r\n0123456789");
    assertEquals("HTTP/1.1 413 Too much", reply.line());
    assertEquals("no", reply.body());
  }

  /** What was received before a reset is still there to be read (RFC 9112 9.6). */
  @Test
  void readsAnAnswerThatWasFollowedByAReset() throws Exception {
    RawUpstream upstream =
        upstream(
            (request, out) -> {
              say(out, "HTTP/1.1 413 Too much\r\nContent-Length: 2\r\n\r\nno");
              request.socket().setSoLinger(true, 0);
              request.socket().close();
            });
    int port = before(upstream);
    String body = "x".repeat(1 << 20);
    String ask = "POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: " + body.length();
    Map<String, Integer> lines = new TreeMap<>();
    for (int i = 0; i < RESETS; i++) {
      String line = Http.exchange(port, ask + "\r\nConnection: close\r\n\r\n" + body).line();
      lines.merge(line, 1, Integer::sum);
    }
    assertEquals(Map.of("HTTP/1.1 413 Too much", RESETS), lines);
  }
}
