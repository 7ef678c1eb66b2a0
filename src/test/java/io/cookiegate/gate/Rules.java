package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.diagnostic.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A small classification for tests, one service a category. */
final class Rules {
  static final Position HERE = new Position("rules", 1, 1);

  private final List<CookieRule> cookies = new ArrayList<>();
  private final List<TagRule> tags = new ArrayList<>();

  static Rules with() {
    return new Rules();
  }

  Rules cookie(String category, String name) {
    return cookie(category, name, null, null);
  }

  Rules cookie(String category, String name, String domain, Duration enforced) {
    NamePattern pattern =
        name.indexOf('*') < 0 ? new NamePattern.Exact(name) : new NamePattern.Wildcard(name);
    cookies.add(
        new CookieRule(
            pattern,
            domain,
            enforced == null ? null : Lifetime.of(enforced),
            enforced != null,
            LocalizedText.NONE,
            null,
            category,
            category,
            Origin.SITE,
            HERE));
    return this;
  }

  Rules host(String category, String host) {
    tags.add(new TagRule.Host(host, "/", category, category, Origin.SITE, HERE));
    return this;
  }

  Classification classification() {
    List<Category> categories = new ArrayList<>();
    List<Service> services = new ArrayList<>();
    for (String id : List.of("necessary", "preferences", "statistics", "marketing")) {
      boolean needsConsent = id.startsWith("s") || id.startsWith("m");
      categories.add(
          new Category(id, needsConsent, LocalizedText.english(id), LocalizedText.NONE, HERE));
      services.add(service(id));
    }
    return Classification.of(categories, services);
  }

  private Service service(String id) {
    return new Service(
        id,
        id,
        id,
        LocalizedText.english(id),
        LocalizedText.NONE,
        LocalizedText.NONE,
        null,
        null,
        cookies.stream().filter(rule -> rule.service().equals(id)).toList(),
        tags.stream().filter(rule -> rule.service().equals(id)).toList(),
        List.of(),
        Origin.SITE,
        HERE);
  }

  SiteRules site() {
    return site(Mode.ENFORCE, Unclassified.KEEP);
  }

  SiteRules site(Mode mode, Unclassified unclassified) {
    return new SiteRules(
        classification(),
        ConsentPolicy.DEFAULT,
        mode,
        unclassified,
        unclassified,
        GateLimits.DEFAULT,
        Banner.NONE,
        new PlainMarkup());
  }

  /** Markup that names what it stands for. */
  static final class PlainMarkup implements PageMarkup {
    @Override
    public byte[] placeholder(Embed embed) {
      Service service = embed.service();
      String size = embed.width() + "x" + embed.height();
      return ("[" + (service == null ? "?" : service.id()) + " " + size + "]").getBytes(US_ASCII);
    }

    @Override
    public byte[] standIn(Service service, Place place) {
      return new byte[0];
    }
  }
}
