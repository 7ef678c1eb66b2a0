package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.Origin;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cookie that Ciszere's policy names, in both spellings, and the file that decides on it. */
class SiteClassificationTest {
  private static final String SITE = "www.ciszere.example";
  private static final Classification CISZERE = read();

  private static Classification read() {
    Path file = Path.of("config/classification.yaml");
    return assertInstanceOf(Loaded.Ready.class, ConfigLoader.loadClassification(file)).value()
            instanceof Classification read
        ? read
        : fail("it is no classification");
  }

  @ParameterizedTest
  @CsvSource({
    "__ga, statistics, P730D",
    "_ga, statistics, P730D",
    "__gat, statistics, PT1M",
    "_gat, statistics, PT1M",
    "_gat_UA-23336661-4, statistics, PT1M",
    "__gid, statistics, PT24H",
    "_gid, statistics, PT24H",
    "__gac, marketing, P90D",
    "_gac, marketing, P90D",
    "_gac_UA-23336661-4, marketing, P90D",
    "__utma, statistics, P730D",
    "__utmz, statistics, P180D",
    "__utmb, statistics, PT30M",
    "acceptcookies, necessary, P730D",
    "preferedstartpage, preferences, session",
    "starpageredirect, preferences, session",
    "startpageredirect, preferences, session",
    "sid, necessary, session"
  })
  void holdsTheStatedPersistence(String name, String category, String persistence) {
    CookieRule rule = rule(name);
    Lifetime stated =
        persistence.equals("session") ? Lifetime.SESSION : Lifetime.of(Duration.parse(persistence));
    assertEquals(category, rule.category());
    assertEquals(stated, rule.lifetime());
    assertTrue(rule.enforceLifetime());
  }

  @ParameterizedTest
  @CsvSource({
    "_mkto_trk, marketing",
    "uid, marketing",
    "pseCookie, marketing",
    "_lasturl, marketing",
    "s_sq, statistics",
    "s_cc, statistics",
    "Humany__clientId, statistics"
  })
  void gatesWhatItGivesNoPersistenceFor(String name, String category) {
    CookieRule rule = rule(name);
    assertEquals(category, rule.category());
    assertFalse(rule.enforceLifetime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"IDE", "id"})
  void knowsThirdPartyNamesByTheirDomain(String name) {
    CookieRule rule = CISZERE.cookie(name, "ad.doubleclick.net");
    assertNotNull(rule);
    assertEquals("marketing", rule.category());
    assertNull(CISZERE.cookie(name, SITE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sid", "uid", "pseCookie", "_lasturl"})
  void saysWhyWhereThePolicyLeavesItOpen(String name) {
    assertNotNull(rule(name).reason());
  }

  @Test
  void keepsTheHostsOfTheCatalogue() {
    assertEquals(ConfigLoader.catalogue().hostRules().size(), CISZERE.hostRules().size());
  }

  private static CookieRule rule(String name) {
    CookieRule rule = CISZERE.cookie(name, SITE);
    assertNotNull(rule, name);
    assertEquals(Origin.SITE, rule.origin());
    return rule;
  }
}
