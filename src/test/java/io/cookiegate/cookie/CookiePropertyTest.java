package io.cookiegate.cookie;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class CookiePropertyTest {
  private static final DateTimeFormatter JDK =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Property
  void anyTextIsReadWithoutComplaint(@ForAll String text) {
    readAll(text);
    CookieHeader.without(text, name -> name.length() % 2 == 0);
    CookieDate.parse(text, 0, text.length());
  }

  @Property
  void anyFieldIsReadWithoutComplaint(@ForAll("setCookies") String field) {
    readAll(field);
  }

  private static void readAll(String field) {
    SetCookie cookie = SetCookie.parse(field);
    if (cookie != null) {
      assertTrue(!cookie.deletes(NOW) || cookie.lifetime(NOW) != null);
      assertSame(field, cookie.shortenedTo(Duration.ofSeconds(Long.MAX_VALUE), NOW));
    }
  }

  @Property(tries = 5_000)
  void shorteningHoldsTheLifetimeAndNothingElse(
      @ForAll("setCookies") String field,
      @ForAll @LongRange(min = 1, max = 1_000_000) long seconds) {
    SetCookie cookie = SetCookie.parse(field);
    if (cookie != null) {
      Duration longest = Duration.ofSeconds(seconds);
      String shortened = cookie.shortenedTo(longest, NOW);
      SetCookie again = requireNonNull(SetCookie.parse(shortened));
      assertEquals(identity(cookie), identity(again));
      Duration lifetime = again.lifetime(NOW);
      assertEquals(cookie.lifetime(NOW) == null, lifetime == null);
      assertTrue(lifetime == null || lifetime.compareTo(longest) <= 0);
      assertSame(shortened, again.shortenedTo(longest, NOW));
    }
  }

  @Property
  void aDateIsWrittenAsTheJdkWritesItAndReadBack(
      @ForAll @LongRange(min = -11_644_473_600L, max = 253_402_300_799L) long second) {
    Instant instant = Instant.ofEpochSecond(second);
    String written = CookieDate.format(instant);
    assertEquals(JDK.format(instant), written);
    assertEquals(instant, CookieDate.parse(written, 0, written.length()));
  }

  private static List<Object> identity(SetCookie cookie) {
    return List.of(
        cookie.name(),
        cookie.value(),
        String.valueOf(cookie.domain()),
        String.valueOf(cookie.path()),
        cookie.secure(),
        cookie.httpOnly(),
        cookie.partitioned(),
        cookie.sameSite());
  }

  @Property
  void droppingTwiceIsDroppingOnce(@ForAll("headers") String header) {
    String once = CookieHeader.without(header, "x"::equals);
    assertSame(once, CookieHeader.without(once, "x"::equals));
  }

  @Property
  void droppingKeepsEveryOtherPairInOrder(@ForAll("headers") String header) {
    List<String> expected = pairs(header);
    expected.removeIf(pair -> pair.startsWith("x="));
    assertEquals(expected, pairs(CookieHeader.without(header, "x"::equals)));
  }

  private static List<String> pairs(String header) {
    List<String> found = new ArrayList<>();
    CookieHeader pairs = new CookieHeader(header);
    while (pairs.next()) {
      found.add(pairs.name() + "=" + pairs.value());
    }
    return found;
  }

  /** RFC 6265bis section 5.8.3: a cookie goes back as its name, an equals sign where it has a name, its value. */
  @Property
  void whatABrowserSendsBackIsReadByTheSameName(@ForAll("setCookies") String field) {
    SetCookie cookie = SetCookie.parse(field);
    if (cookie != null) {
      String sent = (cookie.name().isEmpty() ? "" : cookie.name() + "=") + cookie.value();
      assertEquals(List.of(cookie.value()), CookieHeader.values("other=1; " + sent, cookie.name()));
    }
  }

  @Property
  void everyExpiryIsTakenAndDeletes(@ForAll("names") String name, @ForAll boolean secure) {
    SetCookie cookie =
        requireNonNull(SetCookie.parse(SetCookie.expire(name, "a.example", "/", secure)));
    assertEquals(name, cookie.name());
    assertTrue(cookie.deletes(NOW));
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> rest =
        Arbitraries.strings().withCharRange('!', '~').excludeChars('=', ';').ofMaxLength(50);
    return Arbitraries.of("__Host-", "__Secure-", "", "_")
        .flatMap(prefix -> rest.map(prefix::concat));
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.of("x", "a", "b", "=", "=", ";", ";", "; ", " ", "\"", "1")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> setCookies() {
    Arbitrary<String> pair =
        Arbitraries.of("a=1", "x", "=v", "__Host-a=1", " b = 2 ", "é=ü", "a=b c", "a=\"q\"");
    Arbitrary<String> attribute =
        Arbitraries.of(
            "Max-Age=60",
            "max-age=99999999",
            "Max-Age=-1",
            "Max-Age=+8000000",
            "Max-Age=7000000x",
            "Max-Age",
            "Path=/",
            "Path=x",
            "Domain=.A.example",
            "Domain=",
            "Secure",
            "HttpOnly",
            "Partitioned",
            "SameSite=None",
            "SameSite",
            "Expires=Fri, 01 Jan 2038 00:00:00 GMT",
            "expires = Thursday, 01-Jan-70 00:00:00 GMT",
            "Expires=never",
            "",
            " ",
            "=",
            "lol=\"a");
    return pair.flatMap(
        first ->
            attribute
                .map(";"::concat)
                .list()
                .ofMaxSize(6)
                .map(rest -> first + String.join("", rest)));
  }
}
