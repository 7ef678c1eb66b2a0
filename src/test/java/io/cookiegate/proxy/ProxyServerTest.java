package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.config.AccessLogSettings;
import io.cookiegate.e2e.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProxyServerTest {
  private static final Site SITE = Gates.site(URI.create("http://127.0.0.1:1"), "*");

  private static ProxySettings on(Listener... listeners) {
    return ProxySettings.of(List.of(listeners), List.of(SITE));
  }

  @Test
  void saysThatAPortIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ProxyServer gate = new ProxyServer(on(new Listener("127.0.0.1", taken.getLocalPort(), null)));
      assertEquals(
          "Cannot listen on 127.0.0.1:"
              + taken.getLocalPort()
              + ": another program listens there already.",
          assertThrows(ProxyStartException.class, gate::start).getMessage());
    }
  }

  @Test
  void closesTheOtherPortsWhenOneIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = Programs.freePort();
      ProxyServer gate =
          new ProxyServer(
              on(
                  new Listener("127.0.0.1", port, null),
                  new Listener("127.0.0.1", taken.getLocalPort(), null)));
      assertThrows(ProxyStartException.class, gate::start);
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }
  }

  @Test
  void saysThatAnAddressIsNotOfThisMachine() throws Exception {
    ProxyServer gate = new ProxyServer(on(new Listener("192.0.2.1", 0, null)));
    String message = assertThrows(ProxyStartException.class, gate::start).getMessage();
    assertTrue(message.startsWith("Cannot listen on 192.0.2.1:0: "), message);
    assertTrue(message.endsWith("."), message);
  }

  @Test
  void saysThatANameIsUnknown() throws Exception {
    ProxyServer gate = new ProxyServer(on(new Listener("no-such-host.invalid", 0, null)));
    String message = assertThrows(ProxyStartException.class, gate::start).getMessage();
    assertTrue(message.startsWith("Cannot listen on no-such-host.invalid:0: "), message);
  }

  @Test
  void listensOnSeveralPorts() throws Exception {
    Listener any = new Listener("127.0.0.1", 0, null);
    try (ProxyServer gate = Gates.start(on(any, any))) {
      assertEquals(2, gate.ports().stream().distinct().count());
      for (int port : gate.ports()) {
        assertEquals(502, Http.get(port, "/").status());
      }
    }
  }

  @Test
  void finishesWhatIsUnderWayWhenItStops() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    try (RawUpstream upstream =
        new RawUpstream(
            (request, out) -> {
              begun.countDown();
              assertTrue(stopping.await(30, TimeUnit.SECONDS));
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n".getBytes(ISO_8859_1));
              out.flush();
              out.write("ok".getBytes(ISO_8859_1));
            })) {
      ProxyServer gate = Gates.before(upstream);
      int port = gate.port();
      try (Http http = new Http(port)) {
        http.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        CompletableFuture<Void> stop = CompletableFuture.runAsync(gate::stop);
        awaitClosed(port);
        stopping.countDown();
        assertEquals("ok", http.reply().body());
        stop.get(30, TimeUnit.SECONDS);
      }
    }
  }

  /** A balancer may have sent them before it could know. */
  @Test
  void answersWhatStillComesOnKeptConnectionsWhenItStops() throws Exception {
    CountDownLatch written =
        new CountDownLatch(1); // what is still written as it stops may be the last
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    String ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    try (RawUpstream upstream =
        new RawUpstream(
            (request, out) -> {
              if (request.line().contains("slow")) {
                begun.countDown();
                assertTrue(stopping.await(30, TimeUnit.SECONDS));
              }
              out.write(ok.getBytes(ISO_8859_1));
            })) {
      ProxySettings settings = Gates.settings(Gates.site(upstream.uri(), "*"));
      ProxyServer gate = Gates.start(settings.with(answered -> written.countDown()));
      int port = gate.port();
      String end = " HTTP/1.1\r\nHost: www.site.test\r\n\r\n";
      try (Http slow = new Http(port);
          Http kept = new Http(port)) {
        assertNull(kept.send("GET /" + end).reply().field("Connection"));
        assertTrue(written.await(30, TimeUnit.SECONDS));
        slow.send("GET /slow" + end);
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        CompletableFuture<Void> stop = CompletableFuture.runAsync(gate::stop);
        awaitClosed(port);
        Http.Reply late = kept.send("GET /" + end).reply();
        assertEquals("ok", late.body());
        assertEquals("close", late.field("Connection"));
        assertTrue(kept.closed());
        stopping.countDown();
        assertEquals("ok", slow.reply().body());
        stop.get(30, TimeUnit.SECONDS);
      }
    }
  }

  private static void awaitClosed(int port) {
    while (true) {
      try {
        new Http(port).close();
        Thread.onSpinWait();
      } catch (IOException e) {
        return;
      }
    }
  }

  @Test
  void servesOtherSitesWithoutARestart() throws Exception {
    try (RawUpstream one = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none");
        RawUpstream two = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntwo");
        ProxyServer gate = Gates.before(one);
        Http http = new Http(gate.port())) {
      String ask = "GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n";
      assertEquals("one", http.send(ask).reply().body());
      gate.serve(List.of(Gates.site(two.uri(), "www.site.test")));
      assertEquals("two", http.send(ask).reply().body());
    }
  }

  @Test
  void findsSitesByHost() throws Exception {
    try (RawUpstream one = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none");
        RawUpstream two = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntwo");
        ProxyServer gate =
            Gates.start(
                Gates.settings(
                    Gates.site(one.uri(), "www.site.test", "site.test"),
                    Gates.site(two.uri(), "*")))) {
      for (String host :
          List.of("www.site.test", "WWW.Site.TEST:80", "www.site.test.", "site.test")) {
        assertEquals("one", body(gate, host), host);
      }
      for (String host : List.of("other.test", "x.www.site.test", "[::1]", "10.0.0.1:99")) {
        assertEquals("two", body(gate, host), host);
      }
    }
  }

  private static String body(ProxyServer gate, String host) throws IOException {
    return Http.exchange(gate.port(), "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").body();
  }

  @Test
  void refusesAnAccessLogWithoutAFolder() {
    AccessLogSettings log =
        new AccessLogSettings(
            AccessLogSettings.Format.COMMON,
            AccessLogSettings.Addresses.TRUNCATED,
            Path.of("/nowhere/at/all/access.log"),
            1);
    ProxySettings settings =
        Gates.settings(Gates.site(URI.create("http://127.0.0.1:1"), "*")).with(log);
    assertEquals(
        "The access log /nowhere/at/all/access.log cannot be written: its folder is not there.",
        assertThrows(ProxyStartException.class, () -> new ProxyServer(settings)).getMessage());
  }
}
