package io.cookiegate.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.config.Deviation;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests may have against the letter of HTTP, each of it by its name alone. */
class DeviationTest {
  private static final String HOST = " HTTP/1.1\r\nHost: www.site.test\r\n";

  private RawUpstream upstream;
  private ProxyServer gate;

  @BeforeEach
  void start() throws Exception {
    upstream = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  }

  @AfterEach
  void stop() throws Exception {
    gate.close();
    upstream.close();
  }

  private int status(Set<Deviation> allowed, String request) throws Exception {
    gate = Gates.start(Gates.settings(Gates.site(upstream.uri(), "*")).with(allowed));
    return Http.exchange(gate.port(), request).status();
  }

  /** A request that has it, and nothing else that is wrong. */
  private static String having(Deviation deviation) {
    return switch (deviation) {
      case CASE_INSENSITIVE_METHOD -> "gEt /" + HOST + "\r\n";
      case MULTILINE_FIELD_VALUE -> "GET /" + HOST + "X: a\r\n\tb\r\n\r\n";
      case NO_COLON_AFTER_FIELD_NAME -> "GET /" + HOST + "X\r\n\r\n";
      case LF_HEADER_TERMINATION -> "GET / HTTP/1.1\nHost: www.site.test\nX: a\n\n";
      case USER_INFO -> "GET http://me:secret@www.site.test/" + HOST + "\r\n";
      case FRAGMENT -> "GET /#there" + HOST + "\r\n";
    };
  }

  private static String goingOnAs(Deviation deviation) {
    return switch (deviation) {
      case MULTILINE_FIELD_VALUE -> "a b";
      case LF_HEADER_TERMINATION -> "a";
      case NO_COLON_AFTER_FIELD_NAME -> "";
      default -> null;
    };
  }

  @ParameterizedTest
  @EnumSource(Deviation.class)
  void isTakenWhereItIsNamedAndDoesNotGoOn(Deviation deviation) throws Exception {
    assertEquals(200, status(Set.of(deviation), having(deviation)));
    RawUpstream.Came came = upstream.last();
    assertEquals("GET / HTTP/1.1", came.line());
    assertEquals(goingOnAs(deviation), came.field("X"));
    assertEquals("www.site.test", came.field("Host"));
    assertNull(came.field("Authorization"));
    assertEquals(
        came.head().chars().filter(c -> c == '\n').count(),
        came.head().chars().filter(c -> c == '\r').count());
  }

  @ParameterizedTest
  @EnumSource(Deviation.class)
  void isRefusedWhereOnlyTheOthersAreNamed(Deviation deviation) throws Exception {
    Set<Deviation> others = EnumSet.complementOf(EnumSet.of(deviation));
    int status = status(others, having(deviation));
    if (deviation == Deviation.CASE_INSENSITIVE_METHOD) { // then it is a method of its own
      assertEquals(200, status);
      assertEquals("gEt / HTTP/1.1", upstream.last().line());
    } else {
      assertEquals(400, status);
      assertEquals(0, upstream.requests.size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
        "Content-Length: 5, 5\r\n\r\nhello",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n",
        "Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        "Host: other.test\r\n\r\n"
      })
  void noneOfThemLetsARequestBeReadInTwoWays(String rest) throws Exception {
    assertEquals(400, status(EnumSet.allOf(Deviation.class), "POST /" + HOST + rest));
    assertTrue(upstream.requests.stream().allMatch(came -> came.line().startsWith("POST / ")));
    assertTrue(upstream.requests.size() <= 1); // one whose chunks turn out to be broken
  }
}
