package io.cookiegate.config;

import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;

/** A service whose cookies and tags have followed it into another category. */
final class Recategorised {
  private final String from;
  private final String to;

  private Recategorised(String from, String to) {
    this.from = from;
    this.to = to;
  }

  static Service to(String category, Service service) {
    Recategorised move = new Recategorised(service.category(), category);
    return new Service(
        service.id(),
        service.name(),
        category,
        service.purpose(),
        service.stores(),
        service.thirdParty(),
        service.policy(),
        service.reason(),
        service.cookies().stream().map(move::cookie).toList(),
        service.tags().stream().map(move::tag).toList(),
        service.standIns(),
        service.origin(),
        service.position());
  }

  // A rule in another category than its service's has one of its own.
  private String moved(String category) {
    return category.equals(from) ? to : category;
  }

  private CookieRule cookie(CookieRule rule) {
    return new CookieRule(
        rule.pattern(),
        rule.domain(),
        rule.lifetime(),
        rule.enforceLifetime(),
        rule.purpose(),
        rule.reason(),
        rule.service(),
        moved(rule.category()),
        rule.origin(),
        rule.position());
  }

  private TagRule tag(TagRule rule) {
    String category = moved(rule.category());
    if (rule instanceof TagRule.Host host) {
      return new TagRule.Host(
          host.host(), host.path(), host.service(), category, host.origin(), host.position());
    }
    TagRule.Inline inline = (TagRule.Inline) rule;
    return new TagRule.Inline(
        inline.literals(), inline.service(), category, inline.origin(), inline.position());
  }
}
