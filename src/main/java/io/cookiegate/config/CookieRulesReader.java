package io.cookiegate.config;

import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Origin;
import io.cookiegate.diagnostic.FindingCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cookies of services. */
final class CookieRulesReader {
  private final Origin origin;
  private final References references;
  private final Claims claims = new Claims();

  CookieRulesReader(Origin origin, References references) {
    this.origin = origin;
    this.references = references;
  }

  List<CookieRule> read(String service, String category, Fields fields) {
    List<CookieRule> rules = new ArrayList<>();
    for (Kind.Item<Node.Mapping> item : fields.items(ClassificationKeys.COOKIES)) {
      Fields cookie = Fields.of(ClassificationKeys.COOKIE, item.value(), fields.findings());
      CookieRule rule = rule(service, category, cookie);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private @Nullable CookieRule rule(String service, String category, Fields fields) {
    NamePattern pattern = pattern(fields);
    String domain = fields.get(ClassificationKeys.DOMAIN);
    Lifetime lifetime = fields.get(ClassificationKeys.LIFETIME);
    boolean enforced = isEnforced(fields);
    LocalizedText purpose = fields.get(ClassificationKeys.COOKIE_PURPOSE);
    String reason = fields.get(ClassificationKeys.REASON);
    String own = references.category(fields, ClassificationKeys.RULE_CATEGORY);
    if (pattern == null) {
      return null;
    }
    CookieRule rule =
        new CookieRule(
            pattern,
            domain,
            lifetime,
            enforced,
            purpose != null ? purpose : LocalizedText.NONE,
            reason,
            service,
            own != null ? own : category,
            origin,
            fields.position());
    Key<?> key =
        fields.has(ClassificationKeys.COOKIE_NAME)
            ? ClassificationKeys.COOKIE_NAME
            : ClassificationKeys.REGEX;
    claims.claim(key.name() + " " + pattern.text() + " " + domain, rule, fields, key);
    return rule;
  }

  private static @Nullable NamePattern pattern(Fields fields) {
    NamePattern name = fields.get(ClassificationKeys.COOKIE_NAME);
    NamePattern regex = fields.get(ClassificationKeys.REGEX);
    if (!fields.hasOne(ClassificationKeys.COOKIE_NAME, ClassificationKeys.REGEX)) {
      return null;
    }
    return name != null ? name : regex;
  }

  private static boolean isEnforced(Fields fields) {
    boolean enforced = fields.orDefault(ClassificationKeys.ENFORCE_LIFETIME);
    if (enforced && !fields.has(ClassificationKeys.LIFETIME)) {
      fields.refuse(
          ClassificationKeys.ENFORCE_LIFETIME,
          FindingCode.CONFLICT,
          "there is no lifetime to enforce",
          "allowed beside a lifetime");
    }
    return enforced;
  }
}
