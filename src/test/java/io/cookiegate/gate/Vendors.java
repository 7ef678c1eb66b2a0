package io.cookiegate.gate;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.LocalizedText;
import io.cookiegate.classification.NamePattern;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import io.cookiegate.classification.TagRule;
import io.cookiegate.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;

/** A small classification with the shapes of rules that the catalogue has. */
final class Vendors {
  static final Position WRITTEN = new Position("vendors.yaml", 1, 1);

  static final Classification CLASSIFICATION =
      Classification.of(
          List.of(
              category("necessary", false),
              category("statistics", true),
              category("marketing", true)),
          List.of(
              service("google-analytics", "statistics")
                  .host("google-analytics.com", "/")
                  .host("www.googletagmanager.com", "/gtag/js")
                  .inline("GoogleAnalyticsObject", "_gaq.push(['_setAccount'", "ga('create'")
                  .inline("gtag('config'", "_gat._getTracker(")
                  .standIn("ga")
                  .cookie("_ga")
                  .build(),
              service("google-tag-manager", "marketing")
                  .host("googletagmanager.com", "/")
                  .inline("gtm.start")
                  .standIn("dataLayer")
                  .build(),
              service("google-ads", "marketing")
                  .host("doubleclick.net", "/")
                  .host("www.google.com", "/pagead/")
                  .inline("google_conversion_id")
                  .build(),
              service("meta", "marketing")
                  .host("connect.facebook.net", "/")
                  .host("facebook.com", "/tr")
                  .inline("fbq('init'")
                  .standIn("fbq")
                  .build(),
              service("hotjar", "statistics").host("hotjar.com", "/").inline("_hjSettings").build(),
              service("youtube", "marketing").host("youtube.com", "/embed/").build(),
              service("own-matomo", "statistics").host("www.site.example", "/matomo/").build(),
              service("bücher", "marketing").host("xn--bcher-kva.example", "/").build(),
              service("payment", "necessary").host("pay.example", "/").build()));

  private Vendors() {}

  private static Category category(String id, boolean needsConsent) {
    return new Category(id, needsConsent, LocalizedText.english(id), LocalizedText.NONE, WRITTEN);
  }

  private static Builder service(String id, String category) {
    return new Builder(id, category);
  }

  private static final class Builder {
    private final String id;
    private final String category;
    private final List<CookieRule> cookies = new ArrayList<>();
    private final List<TagRule> tags = new ArrayList<>();
    private final List<String> standIns = new ArrayList<>();

    Builder(String id, String category) {
      this.id = id;
      this.category = category;
    }

    Builder host(String host, String path) {
      tags.add(new TagRule.Host(host, path, id, category, Origin.CATALOGUE, WRITTEN));
      return this;
    }

    Builder cookie(String name) {
      cookies.add(
          new CookieRule(
              new NamePattern.Exact(name),
              null,
              null,
              false,
              LocalizedText.NONE,
              null,
              id,
              category,
              Origin.CATALOGUE,
              WRITTEN));
      return this;
    }

    Builder inline(String... literals) {
      tags.add(new TagRule.Inline(List.of(literals), id, category, Origin.CATALOGUE, WRITTEN));
      return this;
    }

    Builder standIn(String name) {
      standIns.add(name);
      return this;
    }

    Service build() {
      return new Service(
          id,
          id,
          category,
          LocalizedText.NONE,
          LocalizedText.NONE,
          LocalizedText.NONE,
          null,
          null,
          cookies,
          tags,
          standIns,
          Origin.CATALOGUE,
          WRITTEN);
    }
  }
}
