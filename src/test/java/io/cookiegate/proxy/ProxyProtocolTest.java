package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cookiegate.config.Forwarding;
import io.cookiegate.host.AddressRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The PROXY protocol of HAProxy, versions 1 and 2, on a listener that is set to it. */
class ProxyProtocolTest {
  private static final String REQUEST =
      "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n";

  private RawUpstream upstream;
  private ProxyServer gate;

  @BeforeEach
  void start() throws Exception {
    upstream = RawUpstream.saying("HTTP/1.1 204 No Content\r\n\r\n");
  }

  @AfterEach
  void stop() throws Exception {
    gate.stop();
    upstream.close();
  }

  private void gate(String trusted) throws Exception {
    Forwarding forwarding =
        new Forwarding(
            List.of(AddressRange.parse(trusted)),
            Forwarding.Dialect.X_FORWARDED,
            true,
            Forwarding.RequestIds.ASKED);
    List<Listener> listeners = List.of(new Listener("127.0.0.1", 0, null, true));
    gate =
        Gates.start(
            ProxySettings.of(listeners, List.of(Gates.site(upstream.uri(), "*"))).with(forwarding));
  }

  @ParameterizedTest
  @CsvSource({
    "TCP4 203.0.113.7 10.0.0.1 4711 80, 203.0.113.7",
    "TCP6 2001:db8::7 2001:db8::1 4711 80, 2001:db8:0:0:0:0:0:7",
    "UNKNOWN, 127.0.0.1",
  })
  void takesTheVisitorOfVersion1(String said, String visitor) throws Exception {
    gate("127.0.0.1");
    assertEquals(204, Http.exchange(gate.port(), "PROXY " + said + "\r\n" + REQUEST).status());
    String list = upstream.last().field("X-Forwarded-For");
    assertEquals(visitor.equals("127.0.0.1") ? "6.6.6.6, 127.0.0.1" : visitor, list);
  }

  @Test
  void takesTheVisitorOfVersion2() throws Exception {
    gate("127.0.0.1");
    assertEquals(204, Http.exchange(gate.port(), version2() + REQUEST).status());
    assertEquals("203.0.113.7", upstream.last().field("X-Forwarded-For"));
    assertEquals("http", upstream.last().field("X-Forwarded-Proto"));
  }

  /** Section 2.2: the signature, PROXY by TCP over IPv4, twelve bytes of addresses and ports. */
  private static String version2() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write("\r\n\r\n\0\r\nQUIT\n".getBytes(ISO_8859_1));
    head.write(new byte[] {0x21, 0x11, 0, 12});
    head.write(new byte[] {(byte) 203, 0, 113, 7, 10, 0, 0, 1, 0x12, 0x67, 0, 80});
    return head.toString(ISO_8859_1);
  }

  @Test
  void takesNobodysWordButATrustedProxys() throws Exception {
    gate("10.0.0.0/8");
    String said = "PROXY TCP4 203.0.113.7 10.0.0.1 4711 80\r\n" + REQUEST;
    assertThrows(IOException.class, () -> Http.exchange(gate.port(), said));
    assertThrows(IOException.class, () -> Http.exchange(gate.port(), REQUEST));
    assertEquals(0, upstream.requests.size());
  }
}
