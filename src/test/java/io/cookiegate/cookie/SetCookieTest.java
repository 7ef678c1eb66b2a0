package io.cookiegate.cookie;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static SetCookie parse(String field) {
    return requireNonNull(SetCookie.parse(field), field);
  }

  @Test
  void readsEveryAttribute() {
    SetCookie cookie =
        parse(
            "_ga=GA1.2.3; domain=.WWW.Example.COM; PATH=/shop; max-age=60; Secure; httponly; SameSite=lAx;"
                + " partitioned; expires=Sun, 06 Nov 1994 08:49:37 GMT");
    assertEquals("_ga", cookie.name());
    assertEquals("GA1.2.3", cookie.value());
    assertEquals("www.example.com", cookie.domain());
    assertEquals("/shop", cookie.path());
    assertEquals(Duration.ofSeconds(60), cookie.maxAge());
    assertEquals(Instant.parse("1994-11-06T08:49:37Z"), cookie.expires());
    assertTrue(cookie.secure() && cookie.httpOnly() && cookie.partitioned());
    assertEquals(SetCookie.SameSite.LAX, cookie.sameSite());
  }

  @Test
  void theLastOfSeveralAttributesWins() {
    SetCookie cookie =
        parse(
            "a=1; Domain=one.example; Path=/x; Domain=two.example; Path=y; Max-Age=1; Max-Age=2; Max-Age=x");
    assertEquals("two.example", cookie.domain());
    assertNull(cookie.path());
    assertEquals(Duration.ofSeconds(2), cookie.maxAge());
    assertNull(parse("a=1; Domain=one.example; Domain=").domain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=1", "a=1; Domain", "a=1; Domain=", "a=1; Domain=.", "a=1; Domain =  ;"})
  void isHostOnlyWithoutADomain(String field) {
    assertNull(parse(field).domain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "=",
        "  =  ; Path=/",
        "a=1\u0000",
        "a=\u0001",
        "a\u007f=1",
        "a=1; x\u001f",
        "a=1; Domain=ö.example"
      })
  void ignoresWhatABrowserIgnores(String field) {
    assertNull(SetCookie.parse(field));
  }

  @Test
  void countsNameAndValueTogetherButNotAttributes() {
    assertNotNull(SetCookie.parse("a=" + "x".repeat(4095) + "; Path=/" + "x".repeat(1000)));
    assertNull(SetCookie.parse("a=" + "x".repeat(4096)));
    assertNotNull(SetCookie.parse("a=" + "春".repeat(1365)));
    assertNull(SetCookie.parse("a=" + "春".repeat(1366)));
  }

  @Test
  void passesOverAnAttributeThatIsTooLong() {
    assertEquals("/" + "x".repeat(1023), parse("a=1; Path=/" + "x".repeat(1023)).path());
    assertEquals("/y", parse("a=1; Path=/y; Path=/" + "x".repeat(1024)).path());
  }

  @ParameterizedTest
  @CsvSource({
    "__Secure-a=1, false",
    "__Secure-a=1; Secure, true",
    "__sEcUrE-a=1, false",
    "__Host-a=1; Secure; Path=/, true",
    "__HOST-a=1; Secure; Path=/, true",
    "__Host-a=1; Secure, false",
    "__Host-a=1; Path=/, false",
    "__Host-a=1; Secure; Path=/x, false",
    "__Host-a=1; Secure; Path=/; Domain=a.example, false",
    "__Host-a=1; Secure; Path=/; Domain=, true",
    "=__Host-a; Secure; Path=/, false",
    "__secure-a, false",
    "_Host-a=1, true"
  })
  void holdsPrefixesToTheirPromise(String field, boolean stored) {
    assertEquals(stored, SetCookie.parse(field) != null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Max-Age=0 | true",
        "Max-Age=-1 | true",
        "Max-Age=-0 | true",
        "Max-Age=-99999999999999999999 | true",
        "Max-Age=1 | false",
        "Max-Age=0; Expires=Fri, 01 Jan 2038 00:00:00 GMT | true",
        "Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT | false",
        "Expires=Thu, 01 Jan 1970 00:00:00 GMT | true",
        "Expires=Thu, 01-Jan-70 00:00:01 GMT | true",
        "Expires=Sun, 22 Nov 2026 12:00:00 GMT | true",
        "Expires=Sun, 22 Nov 2026 12:00:01 GMT | false",
        "Expires=0 | false",
        "Expires=-1 | false",
        "Max-Age= | false",
        "Max-Age=+0 | false",
        "Max-Age=0; Max-Age=+60 | false",
        "Max-Age=60; Max-Age=0 | false",
        "Max-Age=0x; Expires=Thu, 01 Jan 1970 00:00:00 GMT | true",
        "Max-Age=60x; Expires=Thu, 01 Jan 1970 00:00:00 GMT | false",
        "Expires=Fri, 01 Jan 2038 00:00:00 GMT; Expires=Thu, 01 Jan 1970 00:00:00 GMT | false",
        "Path=/ | false"
      })
  void deletesOnlyWhereEveryBrowserDoes(String attributes, boolean deletes) {
    assertEquals(deletes, parse("a=; " + attributes).deletes(NOW));
  }

  @Test
  void saturatesAnAgeThatIsTooLarge() {
    assertEquals(
        Duration.ofSeconds(100_000_000_000L), parse("a=1; Max-Age=" + "9".repeat(400)).maxAge());
  }

  @Test
  void lifetimeIsByMaxAgeElseByExpiresElseTheSession() {
    String expires = "; Expires=Sun, 22 Nov 2026 13:00:00 GMT";
    assertEquals(Duration.ofSeconds(9), parse("a=1; Max-Age=9" + expires).lifetime(NOW));
    assertEquals(Duration.ofHours(1), parse("a=1" + expires).lifetime(NOW));
    assertNull(parse("a=1").lifetime(NOW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1; Path=/;max-age = 999999 ;Secure | a=1; Path=/;max-age = 3600 ;Secure",
        "a=1;Expires=Fri, 01-Jan-2038 00:00:00 GMT;  HttpOnly | a=1;Expires=Sun, 22 Nov 2026 13:00:00 GMT;  HttpOnly",
        "a=1; Max-Age=9999; Expires=1 Jan 38 0:0:0;x=y | a=1; Max-Age=3600; Expires=Sun, 22 Nov 2026 13:00:00 GMT;x=y",
        "a=1; Expires=1 Jan 2038 0:0:0; Max-Age=60 | a=1; Expires=Sun, 22 Nov 2026 13:00:00 GMT; Max-Age=60",
        "a=1; Max-Age=99999999999999999999999 | a=1; Max-Age=3600",
        "a=1; Max-Age=5000; Max-Age=6000 | a=1; Max-Age=3600; Max-Age=3600",
        "a=1; Max-Age=+7000 | a=1; Max-Age=+3600",
        "a=1; Max-Age=7000, b=2 | a=1; Max-Age=3600, b=2",
        "Max-Age=7000; Max-Age=7000 | Max-Age=7000; Max-Age=3600",
      })
  void shorteningChangesLifetimesAlone(String field, String shortened) {
    assertEquals(shortened, parse(field).shortenedTo(Duration.ofHours(1), NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1",
        "a=1; Max-Age=3600",
        "a=1; Max-Age=-5",
        "a=1; Max-Age=x",
        "a=1; Expires=never",
        "a=1; Expires=Sun, 22 Nov 2026 13:00:00 GMT"
      })
  void whatIsShortEnoughStaysTheSame(String field) {
    assertSame(field, parse(field).shortenedTo(Duration.ofHours(1), NOW));
  }

  @Test
  void expiresForTheHostAndForADomain() {
    String past = "Max-Age=0";
    assertEquals("_ga=; Path=/; " + past, SetCookie.expire("_ga", null, "/", false));
    assertEquals(
        "_ga=; Path=/; Domain=example.com; " + past + "; Secure",
        SetCookie.expire("_ga", "example.com", "/", true));
    assertEquals(
        "__Host-a=; Path=/; " + past + "; Secure",
        SetCookie.expire("__Host-a", "example.com", "/x", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"_ga", "__Host-a", "__host-a", "__Secure-a", ""})
  void whatExpiresIsTakenByABrowserAndDeletes(String name) {
    SetCookie cookie = parse(SetCookie.expire(name, "example.com", "/x", false));
    assertEquals(name, cookie.name());
    assertTrue(cookie.deletes(NOW));
    assertFalse(parse("_ga=1").deletes(NOW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1; Max-Age=60; Path=/                    | a=1; Path=/",
        "a=1;path=/;EXPIRES=Wed, 21 Oct 2037 07:28:00 GMT;Secure | a=1;path=/;Secure",
        "a=1; expires=x; max-age=1; max-age=2       | a=1",
        "a=Max-Age=60; Path=/                       | a=Max-Age=60; Path=/"
      })
  void aSessionCookieHasNoLifetime(String field, String session) {
    assertEquals(session, parse(field).asSession());
  }
}
