package io.cookiegate.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP/2 can carry and a request line of HTTP/1.1 cannot does not get to the upstream. */
class RequestLineTest {
  @RegisterExtension private final GatedOk site = new GatedOk();

  private String ask(String method, String path, String name, String value) throws IOException {
    return RawHttp2.ask(
        site.port(),
        ":method",
        method,
        ":scheme",
        "http",
        ":path",
        path,
        ":authority",
        "www.site.test",
        name,
        value);
  }

  @Test
  void passesAnOrdinaryOne() throws IOException {
    assertEquals("ok", ask("GET", "/a?b=c|d", "x-a", "b"));
    assertEquals("ok", ask("M-SEARCH", "/a", "x-a", "b"));
    assertEquals("M-SEARCH /a HTTP/1.1", site.upstream().last().line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a b",
        "/a\tb",
        "/a HTTP/1.1",
        "/a\nb",
        "/a\rb",
        "/a\u0000b",
        "/a HTTP/1.1\r\nX: y",
        " /a",
        "/a ",
        "/a?b c"
      })
  void refusesATargetThatWouldSplitTheLine(String path) throws IOException {
    refuses(ask("GET", path, "x-a", "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /b", "GET\t", "GET /b HTTP/1.1\r\nX:", "G(T", "G\u00c4T"})
  void refusesAMethodThatIsNoToken(String method) throws IOException {
    refuses(ask(method, "/a", "x-a", "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"b\r\nEvil: 1", "b\nEvil: 1", "b\u0000"})
  void refusesAFieldThatWouldBeTwo(String value) throws IOException {
    refuses(ask("GET", "/a", "x-a", value));
  }

  @Test
  void sendsNoLengthThatTheBodyDoesNotHave() throws IOException {
    String answer = ask("GET", "/a", "content-length", "5");
    assertTrue(answer.startsWith("The request could not be read."), answer);
  }

  private void refuses(String answer) {
    boolean said = answer.startsWith("Bad Request.") || answer.startsWith("The request could not");
    assertTrue(said || answer.startsWith("frame "), answer);
    assertEquals(0, site.upstream().requests.size());
  }
}
