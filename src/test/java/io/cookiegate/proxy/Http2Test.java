package io.cookiegate.proxy;

import static io.cookiegate.proxy.Http.wire;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The same ways by HTTP/2 in clear text, with the JDK's client. */
class Http2Test {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
  @AutoClose private final Opened opened = new Opened();
  private RawUpstream upstream;

  private ProxyServer before(RawUpstream.Script script) throws Exception {
    upstream = new RawUpstream(script);
    return opened.before(upstream);
  }

  private static HttpRequest.Builder to(ProxyServer gate, String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gate.port() + target));
  }

  /** The first request changes to HTTP/2 by Upgrade; those after it are HTTP/2 from their start. */
  private HttpResponse<String> send(ProxyServer gate, HttpRequest.Builder request)
      throws Exception {
    client.send(to(gate, "/.cookie-gate/warm-up").build(), BodyHandlers.discarding());
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(ISO_8859_1));
    assertEquals(HttpClient.Version.HTTP_2, answer.version());
    return answer;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  @Test
  void carriesARequestAndItsAnswer() throws Exception {
    ProxyServer gate =
        before(
            (request, out) ->
                out.write(
                    bytes(
                        wire(
                            """
            HTTP/1.1 404 Borta
            X-Odd: a
            Content-Type: image/png
            Set-Cookie: _track=1
            Set-Cookie: a=b
            Connection: X-Hop
            X-Hop: x
            Content-Length: 2

            ok\
            """))));
    HttpResponse<String> answer =
        send(gate, to(gate, "//a%2Fb?c").header("Cookie", "a=b").header("Cookie", "_track=1; c=d"));
    assertEquals(404, answer.statusCode());
    assertEquals("ok", answer.body());
    assertEquals(List.of("a=b"), answer.headers().allValues("Set-Cookie"));
    assertTrue(answer.headers().firstValue("X-Hop").isEmpty());
    assertEquals("GET //a%2Fb?c HTTP/1.1", upstream.last().line());
    assertEquals("127.0.0.1:" + gate.port(), upstream.last().field("Host"));
    assertEquals("a=b; c=d", upstream.last().field("Cookie"));
    assertEquals(1, upstream.last().count("Cookie"));
    assertEquals("2 cookie-gate", upstream.last().field("Via"));
    assertFalse(upstream.last().head().contains("chunked"), upstream.last().head());
  }

  @Test
  void carriesUploadsOfKnownAndUnknownLength() throws Exception {
    BlockingQueue<Integer> lengths = new LinkedBlockingQueue<>();
    ProxyServer gate =
        before(
            (request, out) -> {
              lengths.add(request.bytes().length);
              out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
            });
    byte[] body = new byte[5 << 20];
    send(gate, to(gate, "/").POST(BodyPublishers.ofByteArray(body)));
    assertEquals(body.length, lengths.poll(20, TimeUnit.SECONDS));
    send(
        gate,
        to(gate, "/").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    assertEquals(body.length, lengths.poll(20, TimeUnit.SECONDS));
    assertEquals("chunked", upstream.last().field("Transfer-Encoding"));
    send(gate, to(gate, "/").POST(BodyPublishers.noBody()));
    assertEquals(0, lengths.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void carriesALargeDownload() throws Exception {
    byte[] body = new byte[20 << 20];
    ProxyServer gate =
        before(
            (request, out) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n"));
              out.write(body);
            });
    assertEquals(body.length, send(gate, to(gate, "/big")).body().length());
  }

  @Test
  void rewritesPages() throws Exception {
    String tag = "<script src=\"https://tracker.test/t.js\"></script>";
    String page = "<html><head>" + tag + "</head><body>text</body></html>";
    ProxyServer gate =
        before(
            (request, out) ->
                out.write(
                    bytes(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                            + page.length()
                            + "\r\n\r\n"
                            + page)));
    assertEquals(
        page.replace(tag, ""), send(gate, to(gate, "/").header("Accept", "text/html")).body());
  }

  @Test
  void answersHeadWithAHead() throws Exception {
    ProxyServer gate =
        before(
            (request, out) ->
                out.write(
                    bytes(
                        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 60\r\n\r\n")));
    HttpResponse<String> answer =
        send(gate, to(gate, "/a.png").method("HEAD", BodyPublishers.noBody()));
    assertEquals("60", answer.headers().firstValue("Content-Length").orElseThrow());
    assertEquals("", answer.body());
  }

  /** Of one connection, so that the room that a head is encoded into grows, and stays. */
  @Test
  void carriesHeadsOfAnySize() throws Exception {
    ProxyServer gate =
        before(
            (request, out) -> {
              int size = Integer.parseInt(request.line().replaceAll(".*/(\\d+) .*", "$1"));
              String line = "X-Long: " + "x".repeat(991) + "\r\n";
              out.write(
                  bytes(
                      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"
                          + line.repeat(size / 1000)
                          + "\r\nok"));
            });
    for (int size : new int[] {1000, 7000, 8000, 9000, 200_000, 1000}) {
      HttpResponse<String> answer = send(gate, to(gate, "/" + size));
      assertEquals(size / 1000, answer.headers().allValues("X-Long").size());
      assertEquals("ok", answer.body());
    }
  }

  @Test
  void tellsOfAFault() throws Exception {
    ProxyServer gate = before((request, out) -> request.socket().close());
    HttpResponse<String> answer = send(gate, to(gate, "/"));
    assertEquals(502, answer.statusCode());
    assertTrue(answer.body().contains("Error id: "), answer.body());
  }

  @Test
  void showsTruncation() throws Exception {
    ProxyServer gate =
        before(
            (request, out) -> {
              out.write(
                  bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"));
              out.flush();
              request.socket().close();
            });
    assertThrows(IOException.class, () -> send(gate, to(gate, "/")));
  }
}
