package io.cookiegate.gate;

import io.cookiegate.classification.Classification;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.consent.ConsentReading;
import io.cookiegate.cookie.SetCookie;
import java.util.Set;

/**
 * The service that is allowed for one view of a page. A cookie of a minute brings it, with the first
 * request for the page after the visitor asked for that, and goes with the page.
 */
final class Once {
  private static final Once NOTHING = new Once("", "");

  private final String cookie;
  private final String service;

  private Once(String cookie, String service) {
    this.cookie = cookie;
    this.service = service;
  }

  static Once of(SiteRules rules, ConsentReading reading, RequestHead request) {
    if (!reading.hasPass() || !PageView.is(request)) {
      return NOTHING;
    }
    Classification classification = rules.classification();
    ConsentPolicy policy = rules.consent();
    String service = reading.passFor(request.target());
    return classification.service(service) == null
        ? NOTHING
        : new Once(policy.onceCookie(), service);
  }

  Set<String> services() {
    return service.isEmpty() ? Set.of() : Set.of(service);
  }

  /** Takes the cookie back with the page that it was for. */
  void expire(AnswerJudge answer, boolean secure) {
    if (!service.isEmpty()) {
      answer.edits().add("Set-Cookie", SetCookie.expire(cookie, null, "/", secure));
    }
  }
}
