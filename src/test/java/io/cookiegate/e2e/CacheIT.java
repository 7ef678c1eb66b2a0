package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shared caches between the visitors and the gate: Varnish and nginx, both made to keep what they can,
 * cookies or not. What they may mix up only {@code Vary} and entity tags can tell.
 */
class CacheIT {
  @TempDir private static Path directory;
  private static CachedWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = CachedWorld.start(directory);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /** Every cache, with the visitors coming in every rotation of the order, in plain text and gzip. */
  static Stream<Arguments> orders() {
    List<Arguments> all = new ArrayList<>();
    for (CachedWorld.Way cache : CachedWorld.CACHES) {
      for (String coding : List.of("identity", "gzip")) {
        for (int i = 0; i < Visitor.values().length; i++) {
          List<Visitor> order = new ArrayList<>(List.of(Visitor.values()));
          Collections.rotate(order, i);
          all.add(Arguments.of(cache, coding, order));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void keepsAPageForEachConsent(CachedWorld.Way cache, String coding, List<Visitor> order)
      throws Exception {
    String target = world.page();
    for (Visitor visitor : order) {
      HttpResponse<byte[]> answer = world.get(cache, target, visitor, "Accept-Encoding", coding);
      assertEquals("MISS", CachedWorld.cacheStatus(answer), visitor::name);
      visitor.assertOwnPage(answer);
    }
    for (Visitor visitor : order) {
      HttpResponse<byte[]> answer = world.get(cache, target, visitor, "Accept-Encoding", coding);
      assertEquals("HIT", CachedWorld.cacheStatus(answer), visitor::name);
      visitor.assertOwnPage(answer);
    }
  }

  /** Each visitor asks with the validators of each other's page. */
  @ParameterizedTest
  @EnumSource
  void neverRevivesThePageOfAnotherConsent(CachedWorld.Way way) throws Exception {
    String target = world.page();
    Map<Visitor, HttpResponse<byte[]>> pages = new EnumMap<>(Visitor.class);
    for (Visitor visitor : Visitor.values()) {
      pages.put(visitor, world.get(way, target, visitor));
    }
    List<String> tags =
        pages.values().stream().map(a -> a.headers().firstValue("ETag").orElseThrow()).toList();
    assertEquals(pages.size(), new TreeSet<>(tags).size(), tags::toString);
    for (Visitor before : Visitor.values()) {
      for (Visitor now : Visitor.values()) {
        HttpResponse<byte[]> answer =
            world.get(way, target, now, CachedWorld.validators(pages.get(before)));
        assertRevived(before == now, answer, pages.get(now), now);
      }
    }
  }

  private static void assertRevived(
      boolean same, HttpResponse<byte[]> answer, HttpResponse<byte[]> own, Visitor now) {
    if (same) {
      assertEquals(304, answer.statusCode(), now::name);
      assertEquals(own.headers().firstValue("ETag"), answer.headers().firstValue("ETag"));
    } else {
      assertEquals(200, answer.statusCode(), now::name);
      now.assertOwnPage(answer);
    }
    assertTrue(CachedWorld.vary(answer).contains("cookie"), () -> answer.headers().toString());
  }

  /**
   * By the date alone, too: pages that are rewritten have none, so it finds nothing. Varnish would take
   * the time of the answer for it, so its configuration takes the question away.
   */
  @ParameterizedTest
  @EnumSource
  void neverRevivesAPageByItsDate(CachedWorld.Way way) throws Exception {
    String target = world.page();
    String date =
        world.get(way, target, Visitor.GRANTED).headers().firstValue("Last-Modified").orElseThrow();
    for (Visitor visitor : Visitor.values()) {
      HttpResponse<byte[]> answer = world.get(way, target, visitor, "If-Modified-Since", date);
      if (visitor == Visitor.GRANTED && way != CachedWorld.Way.VARNISH) {
        assertEquals(304, answer.statusCode());
      } else {
        visitor.assertOwnPage(answer);
      }
    }
  }

  /** The cache has the pages of all, finds them stale and asks for news: 304 for each, of its own. */
  @ParameterizedTest
  @MethodSource("caches")
  void revalidatesEachPageByItself(CachedWorld.Way cache) throws Exception {
    String target = world.stalePage();
    for (Visitor visitor : Visitor.values()) {
      visitor.assertOwnPage(world.get(cache, target, visitor));
    }
    int before = world.revalidations(target);
    for (Visitor visitor : Visitor.values()) {
      HttpResponse<byte[]> answer = world.awaitRevalidated(cache, target, visitor);
      visitor.assertOwnPage(answer);
      assertEquals(200, answer.statusCode());
    }
    assertEquals(Visitor.values().length, world.revalidations(target) - before);
  }

  static Stream<CachedWorld.Way> caches() {
    return CachedWorld.CACHES.stream();
  }

  /** Both orders: a tracker's cookie is not kept for those who refuse, nor kept from those who agree. */
  @ParameterizedTest
  @MethodSource("orders")
  void keepsCookiesForEachConsent(CachedWorld.Way cache, String coding, List<Visitor> order)
      throws Exception {
    for (String target : List.of(world.pageWithCookies(), world.imageWithCookies())) {
      for (int round = 0; round < 2; round++) {
        for (Visitor visitor : order) {
          HttpResponse<byte[]> answer =
              world.get(cache, target, visitor, "Accept-Encoding", coding);
          visitor.assertOwnCookies(answer);
          assertEquals(round == 0 ? "MISS" : "HIT", CachedWorld.cacheStatus(answer), target);
        }
      }
    }
  }

  /** nginx before 1.23 reads the last of several Vary fields only, so there must be one. */
  @ParameterizedTest
  @MethodSource("orders")
  void saysInOneFieldWhatAPageDependsOn(CachedWorld.Way cache, String coding, List<Visitor> order)
      throws Exception {
    String target = world.pageThatVaries();
    for (Visitor visitor : order) {
      HttpResponse<byte[]> answer = world.get(cache, target, visitor, "Accept-Encoding", coding);
      visitor.assertOwnPage(answer);
      assertEquals(1, answer.headers().allValues("Vary").size(), answer.headers()::toString);
      assertTrue(CachedWorld.vary(answer).contains("x-device"), answer.headers()::toString);
    }
  }

  @Test
  void keepsFilesForEverybody() throws Exception {
    for (CachedWorld.Way cache : CachedWorld.CACHES) {
      String target = world.image();
      byte[] bytes = world.get(cache, target, Visitor.GRANTED).body();
      for (Visitor visitor : Visitor.values()) {
        HttpResponse<byte[]> answer = world.get(cache, target, visitor);
        assertEquals("HIT", CachedWorld.cacheStatus(answer), visitor::name);
        assertEquals(new String(bytes, UTF_8), new String(answer.body(), UTF_8));
        assertFalse(CachedWorld.vary(answer).contains("cookie"));
      }
    }
  }

  @Test
  void keepsNoneOfTheGatesOwnPages() throws Exception {
    for (CachedWorld.Way cache : CachedWorld.CACHES) {
      for (Visitor visitor : Visitor.values()) {
        HttpResponse<byte[]> answer = world.get(cache, "/.cookie-gate/preferences", visitor);
        assertEquals(200, answer.statusCode());
        assertFalse(CachedWorld.cacheStatus(answer).equals("HIT"));
      }
    }
  }
}
