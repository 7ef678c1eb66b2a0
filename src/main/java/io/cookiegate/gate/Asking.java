package io.cookiegate.gate;

import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import java.util.Locale;

/**
 * Whether and in which language a visitor is asked for consent on the page of an answer. Nobody is
 * asked where they cannot act: in frames, in answers that a script fetches, on errors.
 *
 * @param language the language of what is put into the page
 * @param asks whether a page of this answer asks
 * @param dependsOn the request fields this was read from; empty where the site asks by itself
 */
record Asking(String language, boolean asks, String dependsOn) {
  private static final int OK = 200;
  private static final String FIELDS = "Accept-Language, Sec-Fetch-Dest, Sec-GPC";

  static Asking of(SiteRules rules, Consent consent, RequestHead request) {
    Fields fields = request.fields();
    String language = rules.markup().language(fields.first("Accept-Language"));
    if (rules.banner() == Banner.NONE) {
      return new Asking(language, false, "");
    }
    boolean unasked = consent.choice() == Choice.UNASKED;
    return new Asking(language, unasked && showsPage(request), FIELDS);
  }

  /** Whether the answer is shown as a page of its own, as far as the request tells. */
  private static boolean showsPage(RequestHead request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return false;
    }
    String destination = request.fields().first("Sec-Fetch-Dest");
    return destination != null ? destination.equals("document") : acceptsPage(request.fields());
  }

  private static boolean acceptsPage(Fields fields) {
    String accept = fields.first("Accept");
    return fields.first("X-Requested-With") == null
        && accept != null
        && accept.toLowerCase(Locale.ROOT).contains("text/html");
  }

  boolean asksOn(int status) {
    return asks && status == OK;
  }

  /** What this adds to the name of a page's variant. */
  String variant() {
    return dependsOn.isEmpty() ? "" : (asks ? "a" : "n") + language;
  }
}
