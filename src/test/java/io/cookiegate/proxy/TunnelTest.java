package io.cookiegate.proxy;

import static io.cookiegate.proxy.Http.wire;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TunnelTest {
  private static final String ASK =
      wire(
          """
          GET /chat HTTP/1.1
          Host: www.site.test
          Upgrade: websocket
          Connection: Upgrade
          Sec-WebSocket-Key: x
          Cookie: a=b; _track=1

          """);
  private static final String AGREE =
      wire(
          """
          HTTP/1.1 101 Switching Protocols
          Upgrade: websocket
          Connection: Upgrade
          Sec-WebSocket-Accept: y
          Set-Cookie: _track=1
          Set-Cookie: a=b

          """);

  @AutoClose private final Opened opened = new Opened();
  private RawUpstream upstream;

  private int before(RawUpstream.Script script) throws Exception {
    upstream = new RawUpstream(script);
    return opened.before(upstream).port();
  }

  @Test
  void carriesBytesBothWaysAfterAGatedHandshake() throws Exception {
    int port =
        before(
            (request, out) -> {
              out.write((AGREE + "hello").getBytes(ISO_8859_1)); // some of it with the head
              out.flush();
              for (int b = request.in().read(); b >= 0; b = request.in().read()) {
                out.write(b + 1);
                out.flush();
              }
            });
    try (Http http = new Http(port)) {
      http.send(ASK + "abc"); // and here
      Http.Reply handshake = http.reply();
      assertEquals("HTTP/1.1 101 Switching Protocols", handshake.line());
      assertEquals("websocket", handshake.field("Upgrade"));
      assertEquals("Upgrade", handshake.field("Connection"));
      assertEquals("y", handshake.field("Sec-WebSocket-Accept"));
      assertEquals("a=b", handshake.field("Set-Cookie"));
      assertEquals(1, handshake.count("Set-Cookie"));
      assertFalse(handshake.head().contains("Content-Length"), handshake.head());
      assertEquals("hellobcd", new String(http.in.readNBytes(8), ISO_8859_1));
      for (int i = 0; i < 100; i++) {
        http.send("xyz");
        assertEquals("yz{", new String(http.in.readNBytes(3), ISO_8859_1));
      }
    }
    assertEquals("websocket", upstream.last().field("Upgrade"));
    assertEquals("Upgrade", upstream.last().field("Connection"));
    assertEquals("a=b", upstream.last().field("Cookie"));
  }

  @Test
  void endsWhenTheUpstreamEnds() throws Exception {
    int port =
        before(
            (request, out) -> {
              out.write((AGREE + "bye").getBytes(ISO_8859_1));
              out.flush();
              request.socket().close();
            });
    try (Http http = new Http(port)) {
      http.send(ASK);
      assertEquals(101, http.reply().status());
      assertEquals("bye", new String(http.in.readAllBytes(), ISO_8859_1));
    }
  }

  @Test
  void endsWhenTheVisitorEnds() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    int port =
        before(
            (request, out) -> {
              out.write(AGREE.getBytes(ISO_8859_1));
              out.flush();
              if (request.in().read() < 0) {
                ended.countDown();
              }
            });
    try (Http http = new Http(port)) {
      http.send(ASK);
      assertEquals(101, http.reply().status());
    }
    assertTrue(ended.await(30, TimeUnit.SECONDS));
  }

  @Test
  void carriesMegabytesAtThePaceOfTheSlower() throws Exception {
    int size = 20 << 20;
    int port =
        before(
            (request, out) -> {
              out.write(AGREE.getBytes(ISO_8859_1));
              out.write(new byte[size]);
              out.flush();
              request.socket().close();
            });
    try (Http http = new Http(port)) {
      http.send(ASK);
      http.reply();
      assertEquals(size, http.in.readAllBytes().length);
    }
  }

  @Test
  void passesARefusalOn() throws Exception {
    int port =
        before(
            (request, out) ->
                out.write(
                    "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno".getBytes(ISO_8859_1)));
    try (Http http = new Http(port)) {
      http.send(ASK);
      Http.Reply reply = http.reply();
      assertEquals(403, reply.status());
      assertEquals("no", reply.body());
      http.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      assertEquals(403, http.reply().status());
    }
  }

  @Test
  void refusesATunnelThatNobodyAskedFor() throws Exception {
    int port = before((request, out) -> out.write(AGREE.getBytes(ISO_8859_1)));
    assertEquals(502, Http.get(port, "/").status());
  }
}
