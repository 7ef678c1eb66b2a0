package io.cookiegate.page;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.diagnostic.Position;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.wording.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cookies that the gate itself sets, as a service of the site, where the site does not list them. */
final class OwnCookies {
  private static final String ID = "cookie-gate";
  private static final Position BUILT_IN = Position.ofFile(ID);

  private final Messages messages;
  private final List<Map.Entry<String, Duration>> cookies;

  private OwnCookies(Messages messages, List<Map.Entry<String, Duration>> cookies) {
    this.messages = messages;
    this.cookies = cookies;
  }

  static OwnCookies of(SiteRules rules, Messages messages, boolean receipts) {
    ConsentPolicy policy = rules.consent();
    List<Map.Entry<String, Duration>> all = new ArrayList<>();
    all.add(Map.entry(policy.cookie(), policy.lifetime()));
    all.add(Map.entry(policy.purposesCookie(), policy.lifetime()));
    if (policy.asksAgain()) {
      all.add(Map.entry(policy.revisionCookie(), policy.lifetime()));
    }
    all.add(Map.entry(policy.onceCookie(), ChoiceCookies.PAGE_VIEW));
    if (receipts) {
      all.add(Map.entry(ReceiptCookie.NAME, policy.lifetime()));
    }
    all.removeIf(cookie -> isListed(cookie.getKey(), rules.classification()));
    return new OwnCookies(messages, List.copyOf(all));
  }

  /** Whether the declaration has it anyway: with a service that is the site's own, where it lists any. */
  private static boolean isListed(String cookie, Classification classification) {
    CookieRule rule = classification.cookie(cookie, "");
    Service service = rule == null ? null : classification.service(rule.service());
    return service != null && Declared.of(classification).has(service);
  }

  Declaration.Group addedTo(Declaration.Group group) {
    if (cookies.isEmpty()) {
      return group;
    }
    List<CookieRule> rules = cookies.stream().map(one -> rule(one, group.category())).toList();
    List<Declaration.Used> services = new ArrayList<>(group.services());
    services.add(new Declaration.Used(service(group.category(), rules), rules));
    return new Declaration.Group(group.category(), List.copyOf(services), group.others());
  }

  private Service service(Category category, List<CookieRule> rules) {
    return new Service(
        ID,
        "Cookie Gate",
        category.id(),
        text("gate.purpose"),
        text("gate.stores"),
        text("gate.third-party"),
        null,
        null,
        rules,
        List.of(),
        List.of(),
        Origin.SITE,
        BUILT_IN);
  }

  private LocalizedText text(String key) {
    return new LocalizedText(Map.of(messages.language(), messages.text(key)));
  }

  private static CookieRule rule(Map.Entry<String, Duration> cookie, Category category) {
    return new CookieRule(
        new NamePattern.Exact(cookie.getKey()),
        null,
        Lifetime.of(cookie.getValue()),
        false,
        LocalizedText.NONE,
        null,
        ID,
        category.id(),
        Origin.SITE,
        BUILT_IN);
  }
}
