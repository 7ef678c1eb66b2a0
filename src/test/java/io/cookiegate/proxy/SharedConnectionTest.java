package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.classification.Rule;
import io.cookiegate.gate.GateObserver;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two visitors, one connection to the upstream. */
@Timeout(60)
class SharedConnectionTest {
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Of: %s\r\n\r\n";

  @AutoClose private final Opened opened = new Opened();
  private volatile ProxyServer gate;

  /** The first answer comes when the second request waits for the connection. */
  private void answer(RawUpstream.Came request, OutputStream out) throws IOException {
    String target = request.line().split(" ", -1)[1];
    while (target.equals("/one") && gate.waiting() == 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    out.write(ANSWER.formatted(target).getBytes(ISO_8859_1));
  }

  private static ProxySettings settings(RawUpstream upstream) {
    ProxyLimits usual = ProxyLimits.DEFAULT;
    ProxyLimits one =
        new ProxyLimits(
            usual.requestHeadBytes(),
            usual.responseHeadBytes(),
            1,
            usual.upstreamQueue(),
            usual.visitorConnections(),
            usual.visitorBytesPerSecond());
    return new ProxySettings(
        List.of(new Listener("127.0.0.1", 0, null)),
        List.of(Gates.site(upstream.uri(), "*")),
        one,
        Gates.ample());
  }

  /** The first visitor takes a byte, and the rest when the second has had all. */
  @Test
  void givesEachVisitorTheTrailersOfTheirOwnAnswer() throws Exception {
    RawUpstream upstream = opened.add(new RawUpstream(this::answer));
    gate = opened.add(Gates.start(settings(upstream)));
    try (Visitors visitors = new Visitors(gate.port())) {
      visitors.ask(1, "/one");
      visitors.ask(3, "/two");
      visitors.take(3, 10);
      assertEquals("ok, x-of: /two", visitors.whole(3));
      visitors.take(1, 10);
      assertEquals("ok, x-of: /one", visitors.whole(1));
    }
    assertEquals(1, upstream.connections.get());
  }

  /** Jetty asks for them more than once. */
  @Test
  void judgesTrailersOnce() throws Exception {
    String answer = ANSWER.formatted("/").replace("X-Of:", "Set-Cookie: _track=1\r\nX-Of:");
    RawUpstream upstream = opened.add(RawUpstream.saying(answer));
    AtomicInteger cookies = new AtomicInteger();
    GateObserver observer =
        new GateObserver() {
          @Override
          public void cookieSet(String name, @Nullable Rule rule, Outcome outcome) {
            cookies.incrementAndGet();
          }
        };
    Site site = new Site(List.of("*"), Upstream.of(upstream.uri()), Gates.gate(observer));
    gate = opened.add(Gates.start(Gates.settings(site)));
    try (Visitors visitors = new Visitors(gate.port())) {
      visitors.ask(1, "/");
      visitors.take(1, 10);
      assertEquals("ok, x-of: /", visitors.whole(1));
    }
    assertEquals(1, cookies.get());
  }

  /** Two streams of HTTP/2 in clear text that take one byte until they are told to take more. */
  private static final class Visitors implements AutoCloseable {
    private static final byte[] ONE_BYTE = {0, 4, 0, 0, 0, 1}; // SETTINGS_INITIAL_WINDOW_SIZE
    private static final int WINDOW_UPDATE = 8;

    private final Socket socket;
    private final DataInputStream in;
    private final Map<Integer, String> bodies = new HashMap<>();
    private final HpackDecoder heads = new HpackDecoder(4096, System::nanoTime);

    Visitors(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(20_000);
      in = new DataInputStream(socket.getInputStream());
      socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
      send(RawHttp2.SETTINGS, 0, 0, ONE_BYTE);
    }

    private void send(int type, int flags, int stream, byte[] payload) throws IOException {
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      RawHttp2.frame(frame, type, flags, stream, payload);
      socket.getOutputStream().write(frame.toByteArray());
    }

    void ask(int stream, String target) throws IOException {
      byte[] head =
          RawHttp2.block(
              ":method", "GET", ":scheme", "http", ":authority", "www.site.test", ":path", target);
      send(RawHttp2.HEADERS, RawHttp2.END_STREAM_AND_HEADERS, stream, head);
    }

    void take(int stream, int bytes) throws IOException {
      send(WINDOW_UPDATE, 0, stream, new byte[] {0, 0, 0, (byte) bytes});
    }

    /** The body of a stream with its trailers; no other stream may end before. */
    String whole(int stream) throws Exception {
      while (true) {
        int length = (in.readUnsignedShort() << 8) | in.readUnsignedByte();
        int type = in.readUnsignedByte();
        boolean last = (in.readUnsignedByte() & RawHttp2.END_STREAM) != 0;
        int of = in.readInt();
        byte[] payload = in.readNBytes(length);
        if (type == RawHttp2.DATA) {
          bodies.merge(of, new String(payload, US_ASCII), String::concat);
        } else if (type == RawHttp2.HEADERS) {
          HttpFields fields = heads.decode(ByteBuffer.wrap(payload)).getHttpFields();
          if (last) {
            assertEquals(stream, of);
            return bodies.get(of) + ", x-of: " + fields.get("x-of");
          }
        } else if (type == RawHttp2.RST_STREAM) {
          return "reset";
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
