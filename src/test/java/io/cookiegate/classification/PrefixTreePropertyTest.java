package io.cookiegate.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrefixTreePropertyTest {
  @Provide
  Arbitrary<List<String>> expressions() {
    return Arbitraries.of("a", "ab", "abb", "b", "_", "[ab]", "b?", "a*", ".", "(a|b)", "a|b")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(pieces -> String.join("", pieces))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.strings().withChars("ab_").ofMaxLength(4).list().ofSize(20);
  }

  @Property(tries = 2000)
  void theFirstThatMatchesWins(
      @ForAll("expressions") List<String> expressions, @ForAll("names") List<String> names) {
    PrefixTree tree = new PrefixTree();
    List<CookieRule> rules = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      CookieRule rule = rule(i, expressions.get(i), i % 3 == 0 ? "x.example" : null);
      rules.add(rule);
      tree.add(((NamePattern.Regex) rule.pattern()).prefix(), -i, rule);
    }
    for (String name : names) {
      for (String domain : List.of("www.x.example", "y.example")) {
        assertEquals(
            rules.stream()
                .filter(rule -> rule.inScope(domain) && name.matches(rule.pattern().text()))
                .findFirst()
                .orElse(null),
            tree.find(name, domain),
            () -> expressions + " and " + name + " of " + domain);
      }
    }
  }

  private static CookieRule rule(int number, String expression, String domain) {
    return new CookieRule(
        new NamePattern.Regex(expression),
        domain,
        null,
        false,
        LocalizedText.NONE,
        "rule " + number,
        "s",
        "c",
        Origin.SITE,
        new Position("test", 1, 1));
  }
}
