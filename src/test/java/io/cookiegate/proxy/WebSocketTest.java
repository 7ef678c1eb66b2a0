package io.cookiegate.proxy;

import static io.undertow.Handlers.websocket;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.util.Headers;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WebSockets of the JDK's client with Undertow's server, through the gate. */
class WebSocketTest {
  private final CookieManager cookies = new CookieManager();
  private final Ears ears = new Ears();
  private Undertow site;
  private ProxyServer gate;
  private WebSocket socket;
  private volatile String cookiesThere = "";

  @BeforeEach
  void start() throws Exception {
    HttpHandler echo = websocket((exchange, channel) -> echo(channel));
    site =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(
                exchange -> {
                  cookiesThere = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
                  exchange.getResponseHeaders().add(Headers.SET_COOKIE, "_track=1; Path=/");
                  exchange.getResponseHeaders().add(Headers.SET_COOKIE, "session=2; Path=/");
                  echo.handleRequest(exchange);
                })
            .build();
    site.start();
    int port = ((InetSocketAddress) site.getListenerInfo().get(0).getAddress()).getPort();
    gate = Gates.start(Gates.settings(Gates.site(URI.create("http://127.0.0.1:" + port), "*")));
    socket =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .build()
            .newWebSocketBuilder()
            .header("Cookie", "_track=0; a=b")
            .buildAsync(URI.create("ws://127.0.0.1:" + gate.port() + "/chat?room=1"), ears)
            .get(20, TimeUnit.SECONDS);
  }

  private static void echo(WebSocketChannel channel) {
    channel
        .getReceiveSetter()
        .set(
            new AbstractReceiveListener() {
              @Override
              protected void onFullTextMessage(WebSocketChannel open, BufferedTextMessage said) {
                WebSockets.sendText("heard " + said.getData(), open, null);
              }

              @Override
              protected void onFullBinaryMessage(
                  WebSocketChannel open, BufferedBinaryMessage said) {
                var data = said.getData();
                WebSockets.sendBinary(data.getResource(), open, null);
              }
            });
    channel.resumeReceives();
  }

  @AfterEach
  void stop() {
    socket.abort();
    gate.close();
    site.stop();
  }

  /** What the visitor hears. */
  private static final class Ears implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> bytes = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        texts.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      message.writeBytes(copy);
      if (last) {
        bytes.add(message.toByteArray());
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer part) {
      texts.add("pong");
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      texts.add("closed " + code + " " + reason);
      return null;
    }
  }

  private String heard() throws InterruptedException {
    return String.valueOf(ears.texts.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void theHandshakesCookiesAreGated() {
    List<String> kept =
        cookies.getCookieStore().getCookies().stream().map(HttpCookie::getName).toList();
    assertEquals(List.of("session"), kept);
    assertEquals("a=b", cookiesThere);
  }

  @Test
  void messagesAndTheEndArriveBothWays() throws Exception {
    socket.sendText("hello", true).join();
    assertEquals("heard hello", heard());
    socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
    assertEquals("pong", heard());
    socket.sendClose(4001, "enough").join();
    assertEquals("closed 4001 enough", heard());
  }

  @Test
  void aMessageOfMegabytesArrives() throws Exception {
    byte[] large = new byte[3 << 20];
    new Random(1).nextBytes(large);
    socket.sendBinary(ByteBuffer.wrap(large), true).join();
    assertArrayEquals(large, ears.bytes.poll(20, TimeUnit.SECONDS));
  }
}
