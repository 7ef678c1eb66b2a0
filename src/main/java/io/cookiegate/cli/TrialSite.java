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
    return new TrialSite(rules.everywhere(), host, secure, target);
  }

  TrialSite at(boolean secure, String host, String target) {
    return new TrialSite(rules, host, secure, target);
  }
}
