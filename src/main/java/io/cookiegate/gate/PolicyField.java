package io.cookiegate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A {@code Content-Security-Policy} field value, or one that only reports (CSP 3, sections 2.2.2 and
 * 6.5.1): policies between commas, directives between semicolons. Where it reports to is a request that
 * the page makes; what stays keeps its spelling.
 */
final class PolicyField {
  private static final String REPORT_URI = "report-uri";

  private PolicyField() {}

  /** The value without the gated addresses it reports to: the same instance where nothing goes. */
  static String without(String value, Predicate<String> gatedTarget) {
    if (!value.toLowerCase(Locale.ROOT).contains(REPORT_URI)) {
      return value;
    }
    List<String> policies = new ArrayList<>();
    for (String policy : value.split(",", -1)) {
      String kept = policy(policy, gatedTarget);
      if (kept.equals(policy) || !kept.isBlank()) {
        policies.add(kept);
      }
    }
    String kept = String.join(",", policies);
    return kept.equals(value) ? value : kept;
  }

  private static String policy(String policy, Predicate<String> gatedTarget) {
    List<String> directives = new ArrayList<>();
    for (String directive : policy.split(";", -1)) {
      String kept = directive(directive, gatedTarget);
      if (kept.equals(directive) || !kept.isBlank()) {
        directives.add(kept);
      }
    }
    return String.join(";", directives);
  }

  private static String directive(String directive, Predicate<String> gatedTarget) {
    String[] words = directive.strip().split("[ \t]+", -1);
    if (!words[0].equalsIgnoreCase(REPORT_URI)) {
      return directive;
    }
    StringBuilder kept = new StringBuilder(words[0]);
    int count = 1;
    for (int i = 1; i < words.length; i++) {
      if (!gatedTarget.test(words[i])) {
        kept.append(' ').append(words[i]);
        count++;
      }
    }
    if (count == words.length) {
      return directive;
    }
    return count == 1 ? "" : kept.insert(0, directive.startsWith(" ") ? " " : "").toString();
  }
}
