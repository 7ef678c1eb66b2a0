package io.cookiegate.cookie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A fuzz target: any text as a Set-Cookie field, read, shortened and made to end with the session. */
public final class SetCookieFuzz {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LONGEST = Duration.ofDays(30);

  private SetCookieFuzz() {}

  /** Called by the fuzzer, and by the replay of the inputs that are kept. */
  public static void fuzzerTestOneInput(byte[] input) {
    String field = new String(input, UTF_8);
    SetCookie cookie = SetCookie.parse(field);
    if (cookie != null) {
      assertTrue(!cookie.deletes(NOW) || cookie.lifetime(NOW) != null);
      checkShortened(cookie);
      checkSession(cookie);
      checkSentBack(cookie);
    }
  }

  private static void checkShortened(SetCookie cookie) {
    String shortened = cookie.shortenedTo(LONGEST, NOW);
    SetCookie again = read(shortened);
    assertEquals(identity(cookie), identity(again));
    Duration lifetime = again.lifetime(NOW);
    assertEquals(cookie.lifetime(NOW) == null, lifetime == null);
    assertTrue(lifetime == null || lifetime.compareTo(LONGEST) <= 0);
    assertSame(shortened, again.shortenedTo(LONGEST, NOW));
  }

  private static void checkSession(SetCookie cookie) {
    String session = cookie.asSession();
    SetCookie again = read(session);
    assertEquals(identity(cookie), identity(again));
    assertNull(again.lifetime(NOW));
    assertSame(session, again.asSession());
  }

  /** RFC 6265bis section 5.8.3. */
  private static void checkSentBack(SetCookie cookie) {
    String sent = (cookie.name().isEmpty() ? "" : cookie.name() + "=") + cookie.value();
    CookieHeader pairs = new CookieHeader(sent);
    assertTrue(pairs.next());
    assertEquals(cookie.sentName(), pairs.name());
    assertFalse(pairs.next());
  }

  private static SetCookie read(String field) {
    SetCookie cookie = SetCookie.parse(field);
    assertNotNull(cookie);
    return cookie;
  }

  private static List<Object> identity(SetCookie cookie) {
    return Arrays.asList(
        cookie.name(),
        cookie.value(),
        cookie.domain(),
        cookie.path(),
        cookie.secure(),
        cookie.httpOnly(),
        cookie.partitioned(),
        cookie.sameSite());
  }
}
