package io.cookiegate.classification;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cookie rules by name. An exact name is one hash look-up and a wildcard one walk along the name,
 * so the cost does not grow with the number of rules; of regular expressions only those are tried in
 * turn that mean names which begin like the given one.
 */
final class CookieIndex {
  private final Layer site;
  private final Layer catalogue;

  private CookieIndex(Layer site, Layer catalogue) {
    this.site = site;
    this.catalogue = catalogue;
  }

  static CookieIndex of(List<CookieRule> rules) {
    return new CookieIndex(Layer.of(rules, Origin.SITE), Layer.of(rules, Origin.CATALOGUE));
  }

  @Nullable CookieRule find(String name, String domain) {
    CookieRule rule = site.find(name, domain);
    return rule != null ? rule : catalogue.find(name, domain);
  }

  /** The rules of one origin. */
  private static final class Layer {
    private static final Comparator<CookieRule> SCOPED_FIRST =
        Comparator.comparing((CookieRule rule) -> scopeLength(rule)).reversed();

    private final ExactNames exact;
    private final PrefixTree wildcards;
    private final PrefixTree regexes;

    private Layer(ExactNames exact, PrefixTree wildcards, PrefixTree regexes) {
      this.exact = exact;
      this.wildcards = wildcards;
      this.regexes = regexes;
    }

    static Layer of(List<CookieRule> rules, Origin origin) {
      ExactNames exact = new ExactNames();
      PrefixTree wildcards = new PrefixTree();
      PrefixTree regexes = new PrefixTree();
      int later = 0;
      List<CookieRule> own =
          rules.stream().filter(rule -> rule.origin() == origin).sorted(SCOPED_FIRST).toList();
      for (CookieRule rule : own) {
        if (rule.pattern() instanceof NamePattern.Exact) {
          exact.add(rule);
        } else if (rule.pattern() instanceof NamePattern.Wildcard wildcard) {
          wildcards.add(wildcard.prefix(), wildcard.literalLength(), rule);
        } else if (rule.pattern() instanceof NamePattern.Regex regex) {
          regexes.add(regex.prefix(), --later, rule); // the first wins
        }
      }
      return new Layer(exact, wildcards, regexes);
    }

    private static int scopeLength(CookieRule rule) {
      String domain = rule.domain();
      return domain == null ? 0 : domain.length();
    }

    @Nullable CookieRule find(String name, String domain) {
      CookieRule rule = exact.find(name, domain);
      if (rule == null) {
        rule = wildcards.find(name, domain);
      }
      return rule != null ? rule : regexes.find(name, domain);
    }
  }
}
