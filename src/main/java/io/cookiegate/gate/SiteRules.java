package io.cookiegate.gate;

import static java.util.Objects.requireNonNull;

import io.cookiegate.classification.Classification;
import io.cookiegate.consent.ConsentPolicy;

/**
 * Everything by which the gate decides for one site. Immutable.
 *
 * @param unclassifiedCookies what happens to cookies that no rule matches
 * @param unclassifiedTags what happens to tags of third-party hosts that no rule matches
 * @param banner who asks a visitor who has not been asked
 * @param markup what is put in place of something removed
 * @param ungated what is left alone
 */
public record SiteRules(
    Classification classification,
    ConsentPolicy consent,
    Mode mode,
    Unclassified unclassifiedCookies,
    Unclassified unclassifiedTags,
    GateLimits limits,
    Banner banner,
    PageMarkup markup,
    UngatedPaths ungated) {
  public SiteRules {
    requireNonNull(classification, "classification");
    // Where the gate does not ask, it cannot ask again either.
    consent = banner == Banner.NONE ? consent.asking(false) : consent;
    requireNonNull(mode, "mode");
    requireNonNull(unclassifiedCookies, "unclassifiedCookies");
    requireNonNull(unclassifiedTags, "unclassifiedTags");
    requireNonNull(limits, "limits");
    requireNonNull(banner, "banner");
    requireNonNull(markup, "markup");
    requireNonNull(ungated, "ungated");
  }

  /** Rules for all of a site. */
  public SiteRules(
      Classification classification,
      ConsentPolicy consent,
      Mode mode,
      Unclassified unclassifiedCookies,
      Unclassified unclassifiedTags,
      GateLimits limits,
      Banner banner,
      PageMarkup markup) {
    this(
        classification,
        consent,
        mode,
        unclassifiedCookies,
        unclassifiedTags,
        limits,
        banner,
        markup,
        UngatedPaths.NONE);
  }

  /** The same, in enforcement. */
  public SiteRules enforced() {
    return with(Mode.ENFORCE, ungated);
  }

  /** The same for all of a site, without paths that are left alone. */
  public SiteRules everywhere() {
    return with(mode, UngatedPaths.NONE);
  }

  private SiteRules with(Mode otherMode, UngatedPaths otherUngated) {
    return new SiteRules(
        classification,
        consent,
        otherMode,
        unclassifiedCookies,
        unclassifiedTags,
        limits,
        banner,
        markup,
        otherUngated);
  }
}
