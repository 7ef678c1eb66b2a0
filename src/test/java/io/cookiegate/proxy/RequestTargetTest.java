package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
  @RegisterExtension private final GatedOk site = new GatedOk();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?",
        "/a?b",
        "/a?b=c|d",
        "/a?{x}&[y]^z`",
        "/a?b=%zz&c=%",
        "/a?b=%E4",
        "/a?\"<>\\",
        "//a",
        "//a//b//",
        "/a%2Fb",
        "/a%2fb",
        "/a%25b",
        "/a%5Cb",
        "/a\\b",
        "/%E4%F6",
        "/a[0].html",
        "/a;b=c/d;e",
        "/;",
        "/a/./b/../c",
        "/a/%2e%2e/b",
        "/a%u00e4",
        "/a|b{c}^d",
        "/a:b@c",
        "/http://x/y"
      })
  void goesUpstreamByteForByte(String target) throws IOException {
    assertEquals(200, Http.get(site.port(), target).status(), target);
    assertEquals("GET " + target + " HTTP/1.1", site.upstream().last().line());
  }

  @Test
  void keepsRawUtf8() throws IOException {
    String target = new String("/ä?ö=€".getBytes(UTF_8), ISO_8859_1);
    assertEquals(200, Http.get(site.port(), target).status());
    assertEquals("GET " + target + " HTTP/1.1", site.upstream().last().line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/\u00e4",
        "/a?\u00f6=\u00ff\u00fe",
        "/\u00c3",
        "/\u00ed\u00a0\u0080",
        "/\u0081@?\u0095\\",
        "//a/%2F\u00e4|"
      })
  void keepsBytesThatAreNoUtf8(String target) throws IOException {
    try (Http http = new Http(site.port())) {
      for (int i = 0; i < 2; i++) { // each of them a target of its own
        http.send("GET " + target + i + " HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
        assertEquals(200, http.reply().status(), target);
        assertEquals("GET " + target + i + " HTTP/1.1", site.upstream().last().line());
        http.send("\r\nGET / HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
        assertEquals(200, http.reply().status());
        assertEquals("GET / HTTP/1.1", site.upstream().last().line());
      }
    }
  }

  @Test
  void keepsBytesThatComeInPiecesAndPipelined() throws IOException {
    String one = "GET /\u00e4?a=\u00f6 HTTP/1.1\r\nHost: www.site.test\r\n\r\n";
    String other = "GET http://www.site.test?\u00fc HTTP/1.1\r\nHost: www.site.test\r\n\r\n";
    try (Http http = new Http(site.port())) {
      for (int i = 0; i < one.length(); i++) {
        http.send(one.substring(i, i + 1));
      }
      assertEquals(200, http.reply().status());
      assertEquals("GET /\u00e4?a=\u00f6 HTTP/1.1", site.upstream().last().line());
      http.send(one + other + "GET /plain HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
      for (int i = 0; i < 3; i++) {
        assertEquals(200, http.reply().status());
      }
    }
    assertEquals(
        java.util.List.of(
            "GET /\u00e4?a=\u00f6 HTTP/1.1", "GET /?\u00fc HTTP/1.1", "GET /plain HTTP/1.1"),
        site.upstream().requests.stream().skip(1).map(RawUpstream.Came::line).toList());
  }

  @Test
  void takesTheAbsoluteForm() throws IOException {
    Http.Reply reply =
        Http.exchange(
            site.port(), "GET http://www.site.test/a|b?c HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
    assertEquals(200, reply.status());
    assertEquals("GET /a|b?c HTTP/1.1", site.upstream().last().line());
    assertEquals("www.site.test", site.upstream().last().field("Host"));
  }

  @Test
  void keepsTheMethodsCase() throws IOException {
    Http.exchange(site.port(), "frobNicate /x HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
    assertEquals("frobNicate /x HTTP/1.1", site.upstream().last().line());
  }

  @Test
  void passesOptionsOfTheWholeServer() throws IOException {
    Http.Reply reply =
        Http.exchange(site.port(), "OPTIONS * HTTP/1.1\r\nHost: www.site.test\r\n\r\n");
    assertEquals(200, reply.status());
    assertEquals("OPTIONS * HTTP/1.1", site.upstream().last().line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a#b", "/a%zz", "/a%", "/%", "/a%00b", "/../a", "/..;/a", "a"})
  void refusesWhatIsNoTarget(String target) throws IOException {
    Http.Reply reply = Http.get(site.port(), target);
    assertEquals(400, reply.status());
    assertTrue(reply.body().contains("Error id: "), reply.body());
    assertEquals(0, site.upstream().requests.size());
  }
}
