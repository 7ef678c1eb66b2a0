package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LeftoversTest {
  private static final int LENGTH = 4 << 20;
  private static final String REFUSAL = "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig";

  private final BlockingQueue<Answered.End> ends = new LinkedBlockingQueue<>();
  @AutoClose private final Opened opened = new Opened();

  /** Its upstream answers by the head alone, and never reads what follows. */
  private ProxyServer gate() throws Exception {
    RawUpstream upstream =
        new RawUpstream(
            (request, out) -> {
              boolean upload = request.line().startsWith("POST ");
              out.write((upload ? REFUSAL : REFUSAL.replace("413", "200")).getBytes(ISO_8859_1));
            });
    ProxyServer gate =
        Gates.start(
            Gates.settings(Gates.site(upstream.uri(), "*")).with(done -> ends.add(done.end())));
    opened.add(upstream);
    opened.add(gate);
    return gate;
  }

  private static String upload(String more) {
    return "POST / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: "
        + LENGTH
        + "\r\n"
        + more
        + "\r\n";
  }

  @Test
  void whoSendsOnAfterTheAnswerKeepsTheConnection() throws Exception {
    try (Http http = new Http(gate().port())) {
      assertEquals(413, http.send(upload("")).reply().status());
      http.out.write(new byte[LENGTH]);
      http.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      assertEquals(200, http.reply().status());
    }
    assertEquals(Answered.End.WHOLE, ends.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void whoFallsSilentIsNotWaitedFor() throws Exception {
    try (Http http = new Http(gate().port())) {
      http.send(upload("")).out.write(new byte[LENGTH / 2]);
      assertEquals(413, http.reply().status());
      assertTrue(isLeft(http));
    }
    assertEquals(Answered.End.WHOLE, ends.poll(20, TimeUnit.SECONDS));
  }

  private static boolean isLeft(Http http) {
    try {
      return http.closed();
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void whoLeavesAfterTheAnswerHasHadAllOfIt() throws Exception {
    try (Http http = new Http(gate().port())) {
      assertEquals(413, http.send(upload("")).reply().status());
      http.reset();
    }
    assertEquals(Answered.End.WHOLE, ends.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void whoWaitsForTheWordToSendIsNotAskedTo() throws Exception {
    try (Http http = new Http(gate().port())) {
      http.send(upload("Expect: 100-continue\r\n"));
      assertEquals(413, http.reply().status());
      assertTrue(isLeft(http));
    }
  }

  @Test
  void theGatesOwnRefusalsAreHeardToo() throws Exception {
    ProxyServer gate = gate();
    try (Http http = new Http(gate.port())) {
      http.send(upload("").replace("POST", "TRACE"));
      assertEquals(405, http.reply().status());
      http.out.write(new byte[LENGTH]);
      http.send("GET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      assertEquals(200, http.reply().status());
    }
  }

  /** RFC 9113 8.1: RST_STREAM with NO_ERROR (0) after the end of the answer. */
  @Test
  void byHttp2TheVisitorIsToldThatNothingElseIsWanted() throws Exception {
    try (Http http = new Http(gate().port())) {
      http.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
      frame(http, 4, 0, 0, new byte[0]);
      // POST / with the names' numbers of HPACK's static table, and the host as it is
      byte[] host = "www.site.test".getBytes(ISO_8859_1);
      byte[] head = new byte[5 + host.length];
      System.arraycopy(new byte[] {(byte) 0x83, (byte) 0x86, (byte) 0x84, 0x01, 13}, 0, head, 0, 5);
      System.arraycopy(host, 0, head, 5, host.length);
      frame(http, 1, 4, 1, head);
      frame(http, 0, 0, 1, new byte[1000]);
      assertEquals(List.of("END_STREAM", "00000000"), endOf(http));
    }
    assertEquals(Answered.End.WHOLE, ends.poll(20, TimeUnit.SECONDS));
  }

  private static void frame(Http http, int type, int flags, int stream, byte[] content)
      throws IOException {
    http.out.write(
        new byte[] {
          (byte) (content.length >> 16),
          (byte) (content.length >> 8),
          (byte) content.length,
          (byte) type,
          (byte) flags,
          0,
          0,
          0,
          (byte) stream
        });
    http.out.write(content);
    http.out.flush();
  }

  /** The end of the answer, and with which word the stream is reset. */
  private static List<String> endOf(Http http) throws IOException {
    List<String> seen = new ArrayList<>();
    DataInputStream in = new DataInputStream(http.in);
    while (true) {
      int lengthAndType = in.readInt();
      int flags = in.read();
      int stream = in.readInt();
      byte[] content = in.readNBytes(lengthAndType >>> 8);
      int type = lengthAndType & 0xff;
      if (stream == 1 && type <= 1 && (flags & 1) != 0) {
        seen.add("END_STREAM");
      } else if (stream == 1 && type == 3) {
        seen.add(HexFormat.of().formatHex(content));
        return seen;
      }
    }
  }
}
