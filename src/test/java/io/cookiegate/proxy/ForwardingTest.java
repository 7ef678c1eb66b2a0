package io.cookiegate.proxy;

import static io.cookiegate.proxy.Http.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.config.Forwarding;
import io.cookiegate.config.Forwarding.Dialect;
import io.cookiegate.config.Forwarding.RequestIds;
import io.cookiegate.host.AddressRange;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a request comes from, by the word of whom. */
class ForwardingTest {
  private static final String ID = "an-id";

  private RawUpstream upstream;
  private ProxyServer gate;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

  private record Told(String visitor, boolean secure, String requestId) {}

  @BeforeEach
  void start() throws Exception {
    upstream = RawUpstream.saying("HTTP/1.1 204 No Content\r\n\r\n");
  }

  @AfterEach
  void stop() throws Exception {
    gate.stop();
    upstream.close();
  }

  private static List<AddressRange> ranges(String... texts) {
    return Arrays.stream(texts).map(AddressRange::parse).toList();
  }

  private RawUpstream.Came ask(Forwarding forwarding, String fields) throws Exception {
    gate =
        Gates.start(Gates.settings(Gates.site(upstream.uri(), "*")).with(forwarding).with(seen()));
    Http.exchange(gate.port(), wire("GET /a HTTP/1.1\nHost: www.site.test\n" + fields + "\n"));
    return upstream.last();
  }

  private ProxyObserver seen() {
    return answered ->
        told.add(
            new Told(
                answered.visitor().getHostAddress(), answered.isSecure(), answered.requestId()));
  }

  private static Forwarding trusting(Dialect dialect, String... ranges) {
    return new Forwarding(ranges(ranges), dialect, true, RequestIds.ASKED);
  }

  private Told told() throws InterruptedException {
    return told.poll(30, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7 | 203.0.113.7",
        "203.0.113.7, 10.1.1.1 | 203.0.113.7",
        "6.6.6.6, 203.0.113.7, 10.1.1.1 | 203.0.113.7",
        "203.0.113.7:4711 | 203.0.113.7",
        "[2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
        "2001:db8::7 | 2001:db8:0:0:0:0:0:7",
        "unknown, 10.1.1.1 | 10.1.1.1",
        "10.2.2.2, 10.1.1.1 | 10.2.2.2",
        "rubbish | 127.0.0.1",
        "203.0.113.7, | 127.0.0.1",
      })
  void believesWhatTrustedProxiesHaveWritten(String list, String visitor) throws Exception {
    RawUpstream.Came came =
        ask(
            trusting(Dialect.X_FORWARDED, "127.0.0.0/8", "10.0.0.0/8"),
            "X-Forwarded-For: " + list + "\n");
    assertEquals(visitor, told().visitor());
    if (!visitor.equals("127.0.0.1")) {
      assertEquals(list + ", 127.0.0.1", came.field("X-Forwarded-For"));
      String node = visitor.contains(":") ? "\"[" + visitor + "]\"" : visitor;
      assertEquals(
          "for=" + node + ";host=www.site.test;proto=http, for=127.0.0.1", came.field("Forwarded"));
    }
  }

  @Test
  void keepsWhatATrustedProxySaysInItsDialectAlone() throws Exception {
    RawUpstream.Came came =
        ask(
            trusting(Dialect.X_FORWARDED, "127.0.0.1"),
            """
            X-Forwarded-For: 203.0.113.7
            X-Forwarded-Proto: https
            X-Forwarded-Port: 443
            X-Forwarded-Host: outside.example
            Forwarded: for=6.6.6.6;proto=http
            """);
    assertEquals("203.0.113.7, 127.0.0.1", came.field("X-Forwarded-For"));
    assertEquals("https", came.field("X-Forwarded-Proto"));
    assertEquals("443", came.field("X-Forwarded-Port"));
    assertEquals("outside.example", came.field("X-Forwarded-Host"));
    assertEquals(
        "for=203.0.113.7;host=www.site.test;proto=https, for=127.0.0.1", came.field("Forwarded"));
    assertEquals(1, came.count("Forwarded"));
    assertEquals(1, came.count("X-Forwarded-Proto"));
    assertTrue(told().secure());
  }

  @Test
  void readsTheStandardFieldWhereThatIsTheDialect() throws Exception {
    RawUpstream.Came came =
        ask(
            trusting(Dialect.FORWARDED, "127.0.0.1"),
            """
            Forwarded: for=6.6.6.6, For="[2001:db8::7]:80" ; Proto=https;host="a,b;c"
            X-Forwarded-For: 6.6.6.6
            X-Forwarded-Proto: http
            """);
    assertEquals("2001:db8:0:0:0:0:0:7", came.field("X-Forwarded-For").split(",", -1)[0]);
    assertTrue(told().secure());
    assertEquals("2001:db8:0:0:0:0:0:7, 127.0.0.1", came.field("X-Forwarded-For"));
    assertEquals("https", came.field("X-Forwarded-Proto"));
    assertTrue(came.field("Forwarded").endsWith("host=\"a,b;c\", for=127.0.0.1"));
  }

  @Test
  void takesTheSchemeOfATrustedProxyThatNamesNoVisitor() throws Exception {
    ask(
        trusting(Dialect.X_FORWARDED, "127.0.0.1"),
        "X-Forwarded-Proto: http, https\nX-Request-Id: " + ID + "\n");
    assertEquals(new Told("127.0.0.1", true, ID), told());
  }

  @Test
  void believesNobodyElse() throws Exception {
    RawUpstream.Came came =
        ask(
            trusting(Dialect.X_FORWARDED, "10.0.0.0/8"),
            "X-Forwarded-For: 10.0.0.1\nX-Forwarded-Proto: https\nX-Forwarded-Secret: 1\n");
    Told answered = told();
    assertEquals("127.0.0.1", answered.visitor());
    assertEquals(false, answered.secure());
    assertEquals("127.0.0.1", came.field("X-Forwarded-For"));
    assertEquals("http", came.field("X-Forwarded-Proto"));
    assertNull(came.field("X-Forwarded-Secret"));
  }

  /** The consent cookie is Secure where the visitor came by https, to whomever. */
  @Test
  void makesTheConsentCookieSecureBehindATrustedProxyThatSpeaksHttps() throws Exception {
    gate =
        Gates.start(
            Gates.settings(Gates.site(upstream.uri(), "*"))
                .with(trusting(Dialect.X_FORWARDED, "127.0.0.1")));
    String form = "choice=accept&return=/";
    Http.Reply reply =
        Http.exchange(
            gate.port(),
            wire(
                    """
                POST /.cookie-gate/consent HTTP/1.1
                Host: www.site.test
                Origin: https://www.site.test
                X-Forwarded-For: 203.0.113.7
                X-Forwarded-Proto: https
                Content-Type: application/x-www-form-urlencoded
                Content-Length: %d

                """
                        .formatted(form.length()))
                + form);
    assertTrue(reply.field("Set-Cookie").contains("; Secure"), reply.head());
  }

  private static final String BARE = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  @Test
  void makesAnIdForTheUpstreamAndLeavesTheAnswerAsItIs() throws Exception {
    gate = Gates.before(upstream);
    assertNull(Http.exchange(gate.port(), BARE).field("X-Request-Id"));
    String id = upstream.last().field("X-Request-Id");
    assertTrue(id.matches("[0-9a-f]{32}"), id);
    assertNull(Http.exchange(gate.port(), BARE).field("X-Request-Id"));
    assertNotEquals(id, upstream.last().field("X-Request-Id"));
  }

  @Test
  void answersWithTheIdThatCame() throws Exception {
    gate = Gates.before(upstream);
    String request = BARE.replace("Host: a", "Host: a\r\nX-Request-Id: abc");
    assertEquals("abc", Http.exchange(gate.port(), request).field("X-Request-Id"));
  }

  @Test
  void answersWithEveryIdWhereItIsToldTo() throws Exception {
    Forwarding always = new Forwarding(List.of(), Dialect.X_FORWARDED, true, RequestIds.ALWAYS);
    gate = Gates.start(Gates.settings(Gates.site(upstream.uri(), "*")).with(always));
    String id = Http.exchange(gate.port(), BARE).field("X-Request-Id");
    assertEquals(upstream.last().field("X-Request-Id"), id);
  }

  @ParameterizedTest
  @CsvSource({
    "a-B_0.9:/+=@, true",
    "with space, false",
    "semi;colon, false",
    "quo\"te, false",
    "${jndi:ldap}, false",
  })
  void takesAnIdThatIsFitForLogs(String id, boolean taken) throws Exception {
    RawUpstream.Came came = ask(Forwarding.DEFAULT, "X-Request-Id: " + id + "\n");
    assertEquals(taken, came.field("X-Request-Id").equals(id));
    assertEquals(1, came.count("X-Request-Id"));
    assertEquals(told().requestId(), came.field("X-Request-Id"));
  }

  @Test
  void leavesIdsAndViaAloneWhereItIsToldTo() throws Exception {
    Forwarding silent = new Forwarding(List.of(), Dialect.X_FORWARDED, false, RequestIds.NONE);
    RawUpstream.Came came = ask(silent, "X-Request-Id: with space\n");
    assertEquals("with space", came.field("X-Request-Id"));
    assertNull(came.field("Via"));
  }
}
