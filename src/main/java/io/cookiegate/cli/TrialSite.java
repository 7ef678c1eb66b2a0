package io.cookiegate.cli;

import io.cookiegate.gate.SiteRules;

/**
 * The site that a trial visit goes to.
 *
 * @param host canonical
 * @param target the path and query of the page
 */
record TrialSite(SiteRules rules, String host, boolean secure, String target) {
  /** The same without paths that are left alone. */
  TrialSite everywhere() {
    SiteRules whole =
        new SiteRules(
            rules.classification(),
            rules.consent(),
            rules.mode(),
            rules.unclassifiedCookies(),
            rules.unclassifiedTags(),
            rules.limits(),
            rules.banner(),
            rules.markup());
    return new TrialSite(whole, host, secure, target);
  }

  TrialSite at(boolean secure, String host, String target) {
    return new TrialSite(rules, host, secure, target);
  }
}
