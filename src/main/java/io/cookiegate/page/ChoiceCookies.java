package io.cookiegate.page;

import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.consent.PurposeList;
import io.cookiegate.cookie.SetCookie;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.HeadEdits.Field;
import io.cookiegate.gate.RequestHead;
import io.cookiegate.host.RegistrableDomain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code Set-Cookie} fields by which a visitor's browser remembers a choice. */
final class ChoiceCookies {
  /** How long a pass for one view of a page is good for. */
  static final Duration PAGE_VIEW = Duration.ofMinutes(1);

  private final Gate gate;
  private final ConsentPolicy policy;
  private final RequestHead request;
  private final boolean secure;
  private final List<Field> fields = new ArrayList<>();

  ChoiceCookies(Gate gate, RequestHead request) {
    this.gate = gate;
    this.policy = gate.rules().consent();
    this.request = request;
    this.secure = VisitorScheme.isHttps(request);
  }

  List<Field> fields() {
    return fields;
  }

  /** Remembers a choice about everything there is, in place of what was chosen before. */
  ChoiceCookies choose(Consent chosen) {
    boolean granted = chosen.choice() == Choice.GRANTED;
    set(policy.cookie(), granted ? policy.grantedValue() : policy.refusedValue());
    allow(chosen);
    boolean accepts = granted || !chosen.purposes().isEmpty();
    setOrExpire(policy.revisionCookie(), accepts && policy.asksAgain() ? stamp() : "");
    // A choice made earlier for a parent domain would contradict this one.
    for (String domain : RegistrableDomain.parents(request.host())) {
      expire(policy.cookie(), domain);
      expire(policy.purposesCookie(), domain);
    }
    return this;
  }

  /** Remembers that a service was allowed besides what was chosen before. */
  ChoiceCookies allowService(Consent chosen) {
    if (chosen.choice() == Choice.REFUSED) {
      set(policy.cookie(), policy.refusedValue());
    }
    allow(chosen);
    return this;
  }

  private void allow(Consent chosen) {
    setOrExpire(policy.purposesCookie(), PurposeList.of(chosen.purposes(), chosen.services()));
  }

  private String stamp() {
    return gate.revision().stamp();
  }

  /** Lets a service pass on the next view of a page. */
  ChoiceCookies allowOnce(String pass) {
    set(policy.onceCookie(), pass, PAGE_VIEW);
    return this;
  }

  private void setOrExpire(String name, String value) {
    if (value.isEmpty()) {
      expire(name, null);
    } else {
      set(name, value);
    }
  }

  private void set(String name, String value) {
    set(name, value, policy.lifetime());
  }

  private void set(String name, String value, Duration lifetime) {
    String cookie = name + "=" + value + "; Path=/; Max-Age=" + lifetime.toSeconds();
    fields.add(new Field("Set-Cookie", cookie + (secure ? "; Secure" : "") + "; SameSite=Lax"));
  }

  private void expire(String name, @Nullable String domain) {
    fields.add(new Field("Set-Cookie", SetCookie.expire(name, domain, "/", secure)));
  }
}
