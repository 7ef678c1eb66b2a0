package io.cookiegate.config;

import io.cookiegate.classification.Rule;
import io.cookiegate.diagnostic.FindingCode;
import java.util.HashMap;
import java.util.Map;

/**
 * What the rules of one file speak about. Within a service nothing is said twice; two services may
 * speak about the same only if they agree on its category, since just one of them can decide.
 */
final class Claims {
  private final Map<String, Rule> first = new HashMap<>();

  /** Records that a rule speaks about a subject; makes a finding where another does already. */
  void claim(String subject, Rule rule, Fields fields, Key<?> key) {
    Rule other = first.putIfAbsent(subject, rule);
    if (other == null) {
      return;
    }
    String line = " in line " + other.position().line();
    if (other.service().equals(rule.service())) {
      fields.refuse(
          key,
          FindingCode.DUPLICATE_RULE,
          "the same is given already" + line,
          "allowed is each rule once");
    } else if (isClassified(other)
        && isClassified(rule)
        && !other.category().equals(rule.category())) {
      fields.refuse(
          key,
          FindingCode.CONFLICT,
          "service " + other.service() + " has the same" + line + " as " + other.category(),
          "allowed is one category for both");
    }
  }

  // Where the category is missing, that is the finding.
  private static boolean isClassified(Rule rule) {
    return !rule.category().isEmpty();
  }
}
