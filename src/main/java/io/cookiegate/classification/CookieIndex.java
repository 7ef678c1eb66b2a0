package io.cookiegate.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cookie rules by name. An exact name is one hash look-up and a wildcard one walk along the name,
 * so the cost does not grow with the number of rules; only regular expressions are tried in turn.
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
    private final WildcardTree wildcards;
    private final List<CookieRule> regexes;

    private Layer(ExactNames exact, WildcardTree wildcards, List<CookieRule> regexes) {
      this.exact = exact;
      this.wildcards = wildcards;
      this.regexes = regexes;
    }

    static Layer of(List<CookieRule> rules, Origin origin) {
      ExactNames exact = new ExactNames();
      WildcardTree wildcards = new WildcardTree();
      List<CookieRule> regexes = new ArrayList<>();
      List<CookieRule> own =
          rules.stream().filter(rule -> rule.origin() == origin).sorted(SCOPED_FIRST).toList();
      for (CookieRule rule : own) {
        if (rule.pattern() instanceof NamePattern.Exact) {
          exact.add(rule);
        } else if (rule.pattern() instanceof NamePattern.Wildcard wildcard) {
          wildcards.add(wildcard, rule);
        } else {
          regexes.add(rule);
        }
      }
      return new Layer(exact, wildcards, List.copyOf(regexes));
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
      return rule != null ? rule : findRegex(name, domain);
    }

    private @Nullable CookieRule findRegex(String name, String domain) {
      for (int i = 0; i < regexes.size(); i++) {
        CookieRule rule = regexes.get(i);
        if (rule.inScope(domain) && rule.pattern().matches(name)) {
          return rule;
        }
      }
      return null;
    }
  }
}
