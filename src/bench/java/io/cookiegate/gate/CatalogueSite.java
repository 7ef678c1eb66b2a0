package io.cookiegate.gate;

import io.cookiegate.classification.Classification;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.Loaded;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.page.BuiltInMarkup;
import io.cookiegate.page.OwnPages;
import java.nio.file.Path;

/** A site under the whole catalogue and the classification that ships. */
final class CatalogueSite {
  static final SiteRules RULES = rules(classification());

  private CatalogueSite() {}

  /** A site under some classification. */
  static SiteRules rules(Classification classification) {
    return new SiteRules(
        classification,
        ConsentPolicy.DEFAULT,
        Mode.ENFORCE,
        Unclassified.KEEP,
        Unclassified.KEEP,
        GateLimits.DEFAULT,
        Banner.NONE,
        new BuiltInMarkup(OwnPages.DEFAULT_PREFIX));
  }

  private static Classification classification() {
    Loaded<Classification> loaded =
        ConfigLoader.loadClassification(Path.of("config/classification.yaml"));
    if (loaded instanceof Loaded.Ready<Classification> ready) {
      return ready.value();
    }
    throw new IllegalStateException(loaded.toString());
  }

  static Gating gating() {
    return Gating.remembering(RULES.classification(), Consent.UNASKED);
  }

  static PageContext page() {
    return new PageContext(
        true,
        "www.site.example",
        "/",
        "en",
        "text/html; charset=utf-8",
        null,
        false,
        Consent.UNASKED,
        "",
        "https://www.site.example");
  }

  /** What happens to a page of a visitor who was not asked. */
  static BodyPlan.Rewrite plan() {
    return plan(gating());
  }

  /** What happens to a page of his under a gating that knows some scripts, or none yet. */
  static BodyPlan.Rewrite plan(Gating gating) {
    return new RewritePlan(RULES, GateObserver.NONE, gating, page());
  }
}
