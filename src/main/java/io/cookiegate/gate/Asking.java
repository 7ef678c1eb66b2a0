package io.cookiegate.gate;

import io.cookiegate.consent.Consent;

/**
 * Whether and in which language a visitor is asked for consent on the page of an answer. Nobody is
 * asked where they cannot act: in frames, in answers that a script fetches, on errors.
 *
 * @param language the language of what is put into the page
 * @param asks whether a page of this answer asks
 * @param dependsOn the request fields this was read from; empty where the site asks by itself
 */
record Asking(String language, boolean asks, String dependsOn) {
  private static final int REDIRECTION = 300;
  private static final String FIELDS = "Accept-Language, Sec-Fetch-Dest, Sec-GPC";

  static Asking of(SiteRules rules, Consent consent, RequestHead request) {
    String language = rules.markup().language(request.fields().first("Accept-Language"));
    String dependsOn = dependsOn(rules);
    boolean asks = !dependsOn.isEmpty() && consent.isOpen() && PageView.is(request);
    return new Asking(language, asks, dependsOn);
  }

  /** The request fields that matter, besides the cookies; empty where the site asks by itself. */
  static String dependsOn(SiteRules rules) {
    return rules.banner() == Banner.NONE ? "" : FIELDS;
  }

  /** Whether the page of an answer asks: no error and no redirect does. */
  boolean asksOn(int status) {
    return asks && status < REDIRECTION;
  }

  /** What this adds to the name of a page's variant. */
  String variant() {
    return dependsOn.isEmpty() ? "" : (asks ? "a" : "n") + language;
  }
}
