package io.cookiegate.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules with one exact name, those with the narrowest scope first. */
final class ExactNames {
  private final Map<String, List<CookieRule>> byName = new HashMap<>();

  void add(CookieRule rule) {
    byName.computeIfAbsent(rule.pattern().text(), name -> new ArrayList<>(1)).add(rule);
  }

  @Nullable CookieRule find(String name, String domain) {
    List<CookieRule> rules = byName.get(name);
    return rules == null ? null : firstInScope(rules, domain);
  }

  static @Nullable CookieRule firstInScope(List<CookieRule> rules, String domain) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).inScope(domain)) {
        return rules.get(i);
      }
    }
    return null;
  }
}
