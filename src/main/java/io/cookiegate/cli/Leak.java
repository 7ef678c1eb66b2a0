package io.cookiegate.cli;

import io.cookiegate.classification.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs consent and came without it.
 *
 * @param kind cookie, link, tag or script
 * @param subject the cookie's name, or the address
 * @param rule what says so; null where it is unclassified and the site removes that
 */
record Leak(String kind, String subject, @Nullable Rule rule) {
  String line() {
    return kind + " " + subject + ": " + Explanation.why(rule);
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind);
    fields.put("subject", subject);
    fields.put("service", rule == null ? null : rule.service());
    fields.put("category", rule == null ? null : rule.category());
    fields.put("rule", rule == null ? null : rule.position().toString());
    return fields;
  }
}
