package io.cookiegate.cli;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Rule;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The answer of {@code explain}: a verdict, the rule that decided, and where it is written. */
final class Explanation {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LABEL_WIDTH = 10;

  private final Map<String, Object> facts = new LinkedHashMap<>();

  private Explanation(TrialSite site, String subject, String verdict) {
    facts.put("subject", subject);
    facts.put("verdict", verdict);
    facts.put("site", site.host());
  }

  /** What the gate told about the subject; where it told nothing, the note says why. */
  static Explanation of(Trial trial, TrialSite site, String subject, String note) {
    List<Sighted> seen = trial.seen();
    if (seen.isEmpty()) {
      return nothing(site, subject, note);
    }
    Sighted sighted = seen.get(0);
    Explanation explanation = new Explanation(site, subject, verdict(sighted));
    explanation.facts.put("kind", sighted.kind().word());
    explanation.rule(site.rules().classification(), sighted.rule());
    return explanation;
  }

  /** What the gate leaves without asking a rule. */
  static Explanation nothing(TrialSite site, String subject, String note) {
    return new Explanation(site, subject, "keep").noting(note);
  }

  /** What the gate cannot judge, and so does not send. */
  static Explanation unreadable(TrialSite site, String subject, String note) {
    return new Explanation(site, subject, "remove").noting(note);
  }

  /** The same with a sentence more. */
  Explanation noting(String note) {
    facts.put("note", note);
    return this;
  }

  /** One cookie or tag in one line, as reports list them. */
  static String line(Sighted sighted) {
    String kind = sighted.kind().word();
    return verdict(sighted) + " " + kind + " " + sighted.subject() + ": " + why(sighted.rule());
  }

  /** The rule that decided in a few words, with its place. */
  static String why(@Nullable Rule rule) {
    return rule == null
        ? "unclassified"
        : rule.service() + " (" + rule.category() + "), " + rule.position();
  }

  private static String verdict(Sighted sighted) {
    return switch (sighted.outcome()) {
      case KEPT -> "keep";
      case SHORTENED -> "shorten";
      case REMOVED, EXPIRED -> "remove";
    };
  }

  private void rule(Classification classification, @Nullable Rule rule) {
    if (rule == null) {
      facts.put(
          "note",
          "No rule matches; what is unclassified is treated as the site's configuration says.");
      return;
    }
    Category category = classification.category(rule.category());
    Service service = classification.service(rule.service());
    facts.put("category", rule.category());
    facts.put("needs-consent", category == null || category.needsConsent());
    facts.put("service", rule.service());
    facts.put("name", service == null ? "" : service.name());
    facts.put("rule", pattern(rule));
    facts.put("origin", rule.origin().name().toLowerCase(Locale.ROOT));
    facts.put("written", rule.position().toString());
    reason(rule, service);
  }

  private void reason(Rule rule, @Nullable Service service) {
    String reason = rule instanceof CookieRule cookie ? cookie.reason() : null;
    if (reason == null && service != null) {
      reason = service.reason();
    }
    if (reason != null) {
      facts.put("reason", reason);
    }
  }

  private static String pattern(Rule rule) {
    if (rule instanceof CookieRule cookie) {
      return cookie.domain() == null
          ? cookie.pattern().text()
          : cookie.pattern().text() + " of " + cookie.domain();
    }
    if (rule instanceof TagRule.Host host) {
      return host.path().equals("/") ? host.host() : host.host() + host.path();
    }
    return "inline script with " + String.join(" or ", ((TagRule.Inline) rule).literals());
  }

  String json() {
    return JSON.writeValueAsString(facts);
  }

  String text() {
    StringBuilder text = new StringBuilder(facts.get("subject") + ": " + sentence());
    facts.forEach((label, fact) -> line(text, label, fact));
    return text.toString();
  }

  private String sentence() {
    return switch (String.valueOf(facts.get("verdict"))) {
      case "remove" -> "removed without consent";
      case "shorten" -> "kept, for as long as its rule allows";
      default -> "kept without consent";
    };
  }

  private static void line(StringBuilder text, String label, Object fact) {
    switch (label) {
      case "subject", "verdict", "kind", "name", "origin" -> {}
      case "needs-consent" ->
          line(text, "consent", fact.equals(true) ? (Object) "needed" : "not needed");
      default ->
          text.append('\n')
              .append("  ")
              .append(label)
              .append(" ".repeat(Math.max(1, LABEL_WIDTH - label.length())))
              .append(fact);
    }
  }
}
