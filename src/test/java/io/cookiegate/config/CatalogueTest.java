package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.Rule;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped catalogue keeps to: it finds vendors by their cookies, and leaves alone
 * what is not theirs. */
class CatalogueTest {
  private static final String SITE = "www.ciszere.example";
  private static final Classification CATALOGUE = ConfigLoader.catalogue();

  @Test
  void isAsWideAsItWas() {
    assertTrue(CATALOGUE.services().size() >= 373);
    assertTrue(CATALOGUE.services().stream().mapToInt(s -> s.cookies().size()).sum() >= 1850);
    assertTrue(CATALOGUE.hostRules().size() >= 680);
    assertTrue(InlineRules.of(CATALOGUE).size() >= 140);
  }

  @Test
  void servicesStandInTheOrderOfTheirIds() {
    List<String> ids = CATALOGUE.services().stream().map(Service::id).toList();
    assertEquals(ids.stream().sorted().toList(), ids);
  }

  @Test
  void everyServiceTellsVisitorsWhatItIs() {
    CATALOGUE.services().stream()
        .flatMap(s -> Stream.of(s.purpose(), s.stores(), s.thirdParty()))
        .forEach(CatalogueTest::assertSentences);
  }

  private static void assertSentences(LocalizedText text) {
    assertTrue(text.byLanguage().keySet().containsAll(List.of("en", "sv")), text.toString());
    text.byLanguage().values().forEach(sentence -> assertTrue(sentence.endsWith("."), sentence));
  }

  @Test
  void everyServiceIsKnownBySomething() {
    CATALOGUE.services().forEach(s -> assertFalse(s.cookies().isEmpty() && s.tags().isEmpty()));
  }

  @Test
  void everyVendorThatIsLeftForItsFunctionHasAReason() {
    CATALOGUE.services().stream()
        .filter(service -> service.category().equals("preferences"))
        .filter(service -> service.tags().stream().anyMatch(TagRule.Host.class::isInstance))
        .forEach(service -> assertNotNull(service.reason(), service.id()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "ID",
        "sid",
        "uid",
        "cid",
        "uuid",
        "uuid2",
        "guid",
        "IDE",
        "NID",
        "C",
        "c",
        "i",
        "u",
        "d",
        "g",
        "m",
        "s",
        "mc",
        "fr",
        "token",
        "sess",
        "session",
        "session_id",
        "sessionid",
        "session-token",
        "user",
        "user_id",
        "userid",
        "visitor",
        "visitor_id",
        "visitorId",
        "client_id",
        "cart",
        "basket",
        "lang",
        "locale",
        "country",
        "theme",
        "test",
        "check",
        "sync",
        "audience",
        "version",
        "tracking",
        "data",
        "login",
        "auth",
        "remember_me",
        "state",
        "mid",
        "sb",
        "xs",
        "wd",
        "pid",
        "tp",
        "pi",
        "ab",
        "B",
        "A1",
        "A3",
        "lidc",
        "U",
        "MR",
        "SM"
      })
  void namesThatSitesUseThemselvesStay(String name) {
    assertStays(CATALOGUE.cookie(name, SITE));
  }

  @ParameterizedTest
  @CsvSource({
    "IDE, doubleclick.net, doubleclick",
    "id, ad.doubleclick.net, doubleclick",
    "uid, track.adform.net, adform",
    "uuid2, adnxs.com, xandr",
    "fr, facebook.com, meta",
    "MUID, bat.bing.com, microsoft-advertising",
    "MUID, c.clarity.ms, microsoft-clarity",
    "YSC, www.youtube.com, youtube",
    "vuid, player.vimeo.com, vimeo",
    "_ga, www.ciszere.example, google-analytics",
    "_ga_ABC123, ciszere.example, google-analytics",
    "__gat_UA-1, ciszere.example, google-analytics",
    "__utmxx, ciszere.example, google-analytics",
    "_gcl_xx, ciszere.example, google-ads",
    "AMCV_0%40AdobeOrg, ciszere.example, adobe-experience-cloud",
    "_pk_id.1.1fff, ciszere.example, matomo",
    "_hjSessionUser_1, ciszere.example, hotjar",
    "mp_0123_mixpanel, ciszere.example, mixpanel",
    "visitor_id12345-hash, ciszere.example, pardot",
    "amp_0a1b2c, ciszere.example, amplitude",
    "RT, ciszere.example, akamai-mpulse",
    "cna, log.mmstat.com, alimama",
    "azk, engine.adzerk.net, kevel",
    "id, t.mookie1.com, xaxis",
    "mics_vid, www.mediarithmics.com, mediarithmics",
    "bounceClientVisit0v, ciszere.example, wunderkind",
    "_yjsu_yjad, ciszere.example, yahoo-japan-ads",
    "srp, vg01.met.vgwort.de, vg-wort"
  })
  void findsVendorsByTheirCookies(String name, String domain, String service) {
    CookieRule rule = CATALOGUE.cookie(name, domain);
    assertNotNull(rule);
    assertEquals(service, rule.service());
    assertTrue(CATALOGUE.needsConsent(rule));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JSESSIONID",
        "PHPSESSID",
        "ASP.NET_SessionId",
        "laravel_session",
        "XSRF-TOKEN",
        "csrftoken",
        "__cf_bm",
        "AWSALB",
        "BIGipServerpool",
        "TS01a2b3c4",
        "wordpress_logged_in_0a",
        "frontend",
        "PrestaShop-0a",
        "CookieConsent",
        "OptanonConsent",
        "euconsent-v2",
        "acceptcookies",
        "acceptcookies-purposes",
        "_GRECAPTCHA",
        "__stripe_mid",
        "_pk_testnot",
        "optimizelyOptOut",
        "matomo_ignore",
        "cto_optout",
        "ASPSESSIONIDABCDEFGH",
        "SESS0123456789abcdef0123456789abcdef"
      })
  void whatASiteNeedsStays(String name) {
    assertStays(CATALOGUE.cookie(name, SITE));
  }

  private static void assertStays(Rule rule) {
    assertTrue(rule == null || !CATALOGUE.needsConsent(rule), () -> String.valueOf(rule));
  }
}
