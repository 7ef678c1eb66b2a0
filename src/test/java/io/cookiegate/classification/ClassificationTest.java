package io.cookiegate.classification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cookiegate.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {
  private static final Position HERE = new Position("test", 1, 1);

  private static CookieRule cookie(NamePattern pattern, String domain, Origin origin) {
    return new CookieRule(
        pattern, domain, null, false, LocalizedText.NONE, null, "s", "c", origin, HERE);
  }

  private static NamePattern exact(String name) {
    return new NamePattern.Exact(name);
  }

  private static NamePattern wildcard(String name) {
    return new NamePattern.Wildcard(name);
  }

  private static TagRule.Host host(String host, String path) {
    return new TagRule.Host(host, path, "s", "c", Origin.CATALOGUE, HERE);
  }

  private static Classification of(List<CookieRule> cookies, List<TagRule> tags) {
    return Classification.of(
        List.of(new Category("c", true, LocalizedText.NONE, LocalizedText.NONE, HERE)),
        List.of(
            new Service(
                "s",
                "S",
                "c",
                LocalizedText.NONE,
                LocalizedText.NONE,
                LocalizedText.NONE,
                null,
                null,
                cookies,
                tags,
                List.of(),
                Origin.SITE,
                HERE)));
  }

  private static final Classification COOKIES =
      of(
          List.of(
              cookie(exact("a"), null, Origin.CATALOGUE),
              cookie(exact("a"), "x.example", Origin.CATALOGUE),
              cookie(wildcard("a*"), null, Origin.CATALOGUE),
              cookie(wildcard("ab*"), null, Origin.CATALOGUE),
              cookie(wildcard("*z"), null, Origin.CATALOGUE),
              cookie(wildcard("p*q*r"), null, Origin.CATALOGUE),
              cookie(new NamePattern.Regex("a[0-9]+|n[0-9]+"), null, Origin.CATALOGUE),
              cookie(new NamePattern.Regex("site.*"), null, Origin.SITE),
              cookie(exact("site1"), null, Origin.CATALOGUE),
              cookie(exact("id"), "doubleclick.net", Origin.CATALOGUE)),
          List.of());

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "a, h.example, a, -",
        "a, x.example, a, x.example",
        "a, y.x.example, a, x.example",
        "a, yx.example, a, -",
        "aa, h.example, a*, -",
        "abc, h.example, ab*, -",
        "a1, h.example, a*, -",
        "n1, h.example, a[0-9]+|n[0-9]+, -",
        "n1x, h.example, -, -",
        "xz, h.example, *z, -",
        "p1q2r, h.example, p*q*r, -",
        "p1r2q, h.example, -, -",
        "site1, h.example, site.*, -",
        "id, h.example, -, -",
        "id, doubleclick.net, id, doubleclick.net",
        "id, ad.doubleclick.net, id, doubleclick.net",
        "A, h.example, -, -",
        "'', h.example, -, -"
      })
  void theNarrowestRuleWins(String name, String domain, String pattern, String scope) {
    CookieRule rule = COOKIES.cookie(name, domain);
    if (pattern == null) {
      assertNull(rule);
    } else {
      assertEquals(pattern, rule.pattern().text());
      assertEquals(scope, rule.domain());
    }
  }

  private static final Classification HOSTS =
      of(
          List.of(),
          List.of(
              host("tracker.example", "/"),
              host("www.google.com", "/pagead/"),
              host("www.google.com", "/pagead/conversion/"),
              host("good.tracker.example", "/")));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "tracker.example, /, tracker.example, /",
        "a.b.tracker.example, '', tracker.example, /",
        "x.good.tracker.example, /x, good.tracker.example, /",
        "nottracker.example, /, -, -",
        "example, /, -, -",
        "www.google.com, /, -, -",
        "www.google.com, /pagead/x, www.google.com, /pagead/",
        "www.google.com, /pagead/conversion/1, www.google.com, /pagead/conversion/",
        "google.com, /pagead/x, -, -"
      })
  void theLongestHostAndPathWin(String host, String path, String ruleHost, String rulePath) {
    TagRule.Host rule = find(HOSTS, host, path);
    if (ruleHost == null) {
      assertNull(rule);
    } else {
      assertEquals(ruleHost, rule.host());
      assertEquals(rulePath, rule.path());
    }
  }

  private static TagRule.Host find(Classification classification, String host, String path) {
    byte[] text = ("//" + host + path).getBytes(US_ASCII);
    int split = 2 + host.length();
    return classification.host(text, 2, split, text, split, text.length);
  }

  @Test
  void everyOneOfManyHostsIsFound() {
    List<TagRule> rules = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rules.add(host("h" + i + ".example", "/"));
    }
    Classification many = of(List.of(), rules);
    for (int i = 0; i < 20_000; i++) {
      assertEquals("h" + i + ".example", find(many, "www.h" + i + ".example", "/").host());
    }
  }

  @Test
  void theVersionTellsMeaningFromPlace() {
    CookieRule rule = cookie(exact("a"), null, Origin.SITE);
    CookieRule moved =
        new CookieRule(
            rule.pattern(),
            null,
            null,
            false,
            LocalizedText.NONE,
            null,
            "s",
            "c",
            Origin.SITE,
            new Position("other", 9, 9));
    assertEquals(of(List.of(rule), List.of()).version(), of(List.of(moved), List.of()).version());
    assertNotEquals(
        of(List.of(rule), List.of()).version(),
        of(List.of(cookie(exact("b"), null, Origin.SITE)), List.of()).version());
  }

  @Test
  void anUnknownCategoryIsRefused() {
    Service service = HOSTS.service("s");
    assertThrows(
        IllegalArgumentException.class, () -> Classification.of(List.of(), List.of(service)));
  }
}
