package io.cookiegate.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of a site that the gate leaves alone, seen from both ends. */
class UngatedPathsTest {
  private static final String PAGE = "<p><script src=//tracker.test/t.js></script>";
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nDate: x\r\nContent-Type: text/html\r\nSet-Cookie: _track=1\r\nContent-Length: "
          + PAGE.length()
          + "\r\n\r\n"
          + PAGE;

  private RawUpstream upstream;
  private ProxyServer gate;

  @BeforeEach
  void start() throws Exception {
    upstream = RawUpstream.saying(ANSWER);
    gate = Gates.before(upstream);
  }

  @AfterEach
  void stop() throws Exception {
    gate.stop();
    upstream.close();
  }

  private Http.Reply ask(String target) throws Exception {
    return Http.exchange(
        gate.port(), "GET " + target + " HTTP/1.1\r\nHost: a\r\nCookie: _track=1; b=2\r\n\r\n");
  }

  @Test
  void passesByteForByteBothWays() throws Exception {
    Http.Reply reply = ask("/ungated/a?b=../..;c");
    assertEquals(ANSWER, reply.head() + "\r\n" + reply.body());
    assertEquals("_track=1; b=2", upstream.last().field("Cookie"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ungated/../a",
        "/ungated/..%2fa",
        "/ungated/%2e%2e/a",
        "/ungated/..;/a",
        "/ungated//a",
        "/ungated/a;b",
        "/ungated/..\\a",
        "/ungated/%252e%252e%252fa",
        "/%75ngated/a",
      })
  void isGatedWhereTheUpstreamCouldReadAnotherPath(String target) throws Exception {
    Http.Reply reply = ask(target);
    assertEquals("GET " + target + " HTTP/1.1", upstream.last().line());
    List<String> set =
        reply.head().lines().filter(line -> line.startsWith("Set-Cookie: ")).toList();
    assertFalse(set.isEmpty());
    for (String line : set) { // it expires, for each folder of the path
      assertTrue(line.startsWith("Set-Cookie: _track=; "), reply.head());
    }
    assertEquals("<p>", reply.body());
    assertEquals("b=2", upstream.last().field("Cookie"));
  }
}
