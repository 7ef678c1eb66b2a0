package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Pages that are written anew on their way through. */
class RewritingTest {
  private static final String TAG = "<script src=\"https://tracker.test/t.js\"></script>";
  private static final String PAGE =
      "<!DOCTYPE html><html><head>" + TAG + "</head><body><p>\u00e5 &amp; text</p></body></html>";
  private static final String ASK =
      "GET / HTTP/1.1\r\nHost: www.site.test\r\nAccept: text/html\r\n";

  @AutoClose private final Opened opened = new Opened();

  private int before(RawUpstream.Script script) throws Exception {
    return opened.before(new RawUpstream(script)).port();
  }

  private static void page(OutputStream out, String fields, byte[] body) throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + body.length + "\r\n";
    out.write((head + fields + "\r\n").getBytes(ISO_8859_1));
    out.write(body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  @Test
  void loseTheTagAndKeepTheRest() throws Exception {
    int port = before((request, out) -> page(out, "ETag: \"x\"\r\n", bytes(PAGE)));
    try (Http http = new Http(port)) {
      for (int i = 0; i < 3; i++) {
        Http.Reply reply = http.send(ASK + "\r\n").reply();
        assertEquals(PAGE.replace(TAG, ""), reply.body());
        assertNotEquals("\"x\"", reply.field("ETag"));
        assertTrue(reply.field("Vary").contains("Cookie"));
      }
    }
  }

  @Test
  void passByteForByteWithConsent() throws Exception {
    int port = before((request, out) -> page(out, "ETag: \"x\"\r\n", bytes(PAGE)));
    Http.Reply reply = Http.exchange(port, ASK + "Cookie: acceptcookies=true\r\n\r\n");
    assertEquals(PAGE, reply.body());
    assertEquals("\"x\"", reply.field("ETag"));
  }

  @Test
  void haveTheSameHeadForHeadAsForGet() throws Exception {
    int port =
        before(
            (request, out) -> {
              byte[] body = bytes(PAGE);
              page(out, "Date: x\r\n", request.line().startsWith("HEAD") ? new byte[0] : body);
            });
    String get = Http.exchange(port, ASK + "\r\n").head();
    String head = Http.exchange(port, ASK.replace("GET", "HEAD") + "\r\n").head();
    assertEquals(withoutFraming(get), withoutFraming(head));
    assertFalse(head.contains("Content-Length"), head);
  }

  private static String withoutFraming(String head) {
    return head.replaceAll("(Content-Length|Transfer-Encoding): .*\r\n", "");
  }

  @Test
  void mayBeCompressed() throws Exception {
    byte[] packed = gzip(bytes(PAGE));
    int port = before((request, out) -> page(out, "Content-Encoding: gzip\r\n", packed));
    Http.Reply reply = Http.exchange(port, ASK + "Accept-Encoding: gzip\r\n\r\n");
    assertEquals("gzip", reply.field("Content-Encoding"));
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(reply.bytes())).readAllBytes();
    assertEquals(PAGE.replace(TAG, ""), new String(plain, ISO_8859_1));
  }

  @Test
  void comeByteByByte() throws Exception {
    int port =
        before(
            (request, out) -> {
              out.write(
                  bytes(
                      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"));
              for (byte b : bytes(PAGE)) {
                out.write(bytes("1\r\n" + (char) (b & 0xff) + "\r\n"));
                out.flush();
              }
              out.write(bytes("0\r\nX-Sum: 1\r\nSet-Cookie: _track=1\r\n\r\n"));
            });
    Http.Reply reply = Http.exchange(port, ASK + "\r\n");
    assertEquals(PAGE.replace(TAG, ""), reply.body());
    assertEquals("X-Sum: 1\r\n", reply.trailers());
  }

  @Test
  void reachTheVisitorWhenTheUpstreamPauses() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    int port =
        before(
            (request, out) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
              out.write(bytes("<p>first</p>" + TAG + "<p>"));
              out.flush();
              assertTrue(seen.await(30, TimeUnit.SECONDS));
              out.write(bytes("second</p>"));
              out.flush();
              request.socket().close();
            });
    try (Http http = new Http(port)) {
      http.send(ASK + "\r\n");
      http.head();
      int size = Integer.parseInt(Http.line(http.in), 16);
      String first = new String(http.in.readNBytes(size), ISO_8859_1);
      assertTrue(first.startsWith("<p>first</p>"), first);
      assertFalse(first.contains("tracker"), first);
      seen.countDown();
      Http.line(http.in);
      String rest = Http.chunked(http.in).toString(ISO_8859_1);
      assertEquals("<p>first</p><p>second</p>", first + rest);
    }
  }

  @Test
  void stayBackInACodingThatNobodyKnows() throws Exception {
    int port = before((request, out) -> page(out, "Content-Encoding: odd\r\n", bytes(PAGE)));
    Http.Reply reply = Http.exchange(port, ASK + "\r\n");
    assertEquals(502, reply.status());
    assertTrue(reply.body().contains("Error id: "), reply.body());
    assertNull(reply.field("Content-Encoding"));
    assertNull(reply.field("ETag"));
  }

  @Test
  void stayBackWhereTheCodingIsBroken() throws Exception {
    byte[] broken = gzip(bytes(PAGE));
    Arrays.fill(broken, 12, 30, (byte) 0x55);
    int port = before((request, out) -> page(out, "Content-Encoding: gzip\r\n", broken));
    Http.Reply reply = Http.exchange(port, ASK + "\r\n");
    assertEquals(502, reply.status());
    assertFalse(reply.body().contains("tracker"), reply.body());
  }

  @Test
  void areCutOffWhereTheCodingBreaksInTheMiddle() throws Exception {
    StringBuilder text = new StringBuilder(PAGE);
    for (int i = 0; i < 200_000; i++) {
      text.append("<p>").append(i * 7919L).append("</p>");
    }
    byte[] packed = gzip(bytes(text.toString()));
    byte[] cut = Arrays.copyOf(packed, packed.length - 10);
    int port = before((request, out) -> page(out, "Content-Encoding: gzip\r\n", cut));
    assertThrows(
        IOException.class, () -> Http.exchange(port, ASK + "Accept-Encoding: gzip\r\n\r\n"));
  }

  @Test
  void mayBeLong() throws Exception {
    byte[] block = bytes(("<p>text &amp; more</p>\n" + TAG).repeat(1 << 10));
    int kept = block.length - (TAG.length() << 10);
    int blocks = 1 << 10;
    int port =
        before(
            (request, out) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
              for (int i = 0; i < blocks; i++) {
                out.write(block);
              }
              out.flush();
              request.socket().close();
            });
    try (Http http = new Http(port)) {
      http.send("GET / HTTP/1.0\r\nHost: www.site.test\r\n\r\n");
      http.head();
      byte[] into = new byte[1 << 16];
      long got = 0;
      for (int n = http.in.read(into); n >= 0; n = http.in.read(into)) {
        got += n;
      }
      assertEquals((long) kept * blocks, got);
    }
  }

  private static boolean moved(AtomicLong sent, long before) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
    while (sent.get() == before && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return sent.get() > before;
  }

  @Test
  void waitForASlowVisitor() throws Exception {
    byte[] block = bytes("<p>text &amp; more</p>\n".repeat(1 << 12));
    AtomicLong sent = new AtomicLong();
    CountDownLatch asked = new CountDownLatch(1);
    int port =
        before(
            (request, out) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
              asked.countDown();
              while (sent.get() < 1 << 30) {
                out.write(block);
                sent.addAndGet(block.length);
              }
            });
    try (Http http = new Http(port)) {
      http.send(ASK + "\r\n");
      assertTrue(asked.await(30, TimeUnit.SECONDS));
      long before;
      do { // until the sockets' buffers are full and nothing moves
        before = sent.get();
      } while (moved(sent, before));
      assertTrue(before < 64 << 20, before + " bytes taken though nobody reads");
    }
  }
}
