package io.cookiegate.gate;

import static java.util.Objects.requireNonNull;

import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.consent.ConsentReading;
import io.cookiegate.consent.Revision;
import io.cookiegate.cookie.CookieHeader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The gate of one site: it judges requests and their answers. Safe for use by many threads. */
public final class Gate {
  private final SiteRules rules;
  private final GateObserver observer;
  private final InstantSource clock;
  private final Revision revision;
  private final PageMemory memory;
  private final Gating open;
  private final Gating shut;

  private Gate(SiteRules rules, GateObserver observer, InstantSource clock, PageMemory memory) {
    this.rules = requireNonNull(rules, "rules");
    this.observer = requireNonNull(observer, "observer");
    this.clock = requireNonNull(clock, "clock");
    this.revision = Revision.of(rules.classification());
    this.memory = requireNonNull(memory, "memory");
    this.open = Gating.of(rules.classification(), Consent.GRANTED);
    this.shut = Gating.remembering(rules.classification(), Consent.REFUSED);
  }

  /** A gate by the system's clock. */
  public static Gate of(SiteRules rules, GateObserver observer) {
    return of(rules, observer, PageMemory.NONE);
  }

  /** A gate by the system's clock that remembers pages. */
  public static Gate of(SiteRules rules, GateObserver observer, PageMemory memory) {
    return new Gate(rules, observer, InstantSource.system(), memory);
  }

  /** A gate by another clock. */
  public static Gate of(SiteRules rules, GateObserver observer, InstantSource clock) {
    return new Gate(rules, observer, clock, PageMemory.NONE);
  }

  /** Whether it looks at header fields of this name: of others it changes none. */
  public static boolean looksAt(String fieldName) {
    return FieldName.of(fieldName) != FieldName.OTHER;
  }

  /** The rules by which it decides. */
  public SiteRules rules() {
    return rules;
  }

  GateObserver observer() {
    return observer;
  }

  PageMemory memory() {
    return memory;
  }

  InstantSource clock() {
    return clock;
  }

  /** What visitors are asked about. */
  public Revision revision() {
    return revision;
  }

  /** What a consent holds back; made beforehand for all but a choice one by one. */
  Gating gating(Consent consent) {
    if (!consent.services().isEmpty() || !consent.added().isEmpty()) {
      return Gating.of(rules.classification(), consent);
    }
    if (consent.choice() == Choice.GRANTED) {
      return open;
    }
    return consent.purposes().isEmpty() ? shut : Gating.of(rules.classification(), consent);
  }

  /** What a visitor's request says about consent. */
  public Consent consentOf(RequestHead visitorRequest) {
    return consentIn(read(visitorRequest.fields()));
  }

  Consent consentIn(ConsentReading reading) {
    return reading.in(rules.classification(), revision);
  }

  ConsentReading read(Fields fields) {
    ConsentReading reading = new ConsentReading(rules.consent());
    for (int i = 0; i < fields.size(); i++) {
      switch (FieldName.of(fields.name(i))) {
        case COOKIE -> reading.cookies(fields.value(i));
        case SEC_GPC -> reading.globalPrivacyControl(fields.value(i));
        default -> {}
      }
    }
    return reading;
  }

  /**
   * The {@code Set-Cookie} fields that expire, of the cookies a request carries, those which a new
   * consent does not allow.
   *
   * @param page the path and query of the page on which the visitor chose
   */
  public List<HeadEdits.Field> expiries(
      RequestHead visitorRequest, Consent newConsent, String page) {
    CookieVerdicts cookies = new CookieVerdicts(rules, gating(newConsent), observer);
    Leftovers leftovers = new Leftovers();
    Fields fields = visitorRequest.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (FieldName.of(fields.name(i)) == FieldName.COOKIE) {
        CookieHeader.without(
            fields.value(i),
            name -> leftovers.addIf(cookies.withholds(name, visitorRequest.host()), name));
      }
    }
    List<HeadEdits.Field> expiries = new ArrayList<>();
    leftovers.expire(
        (name, value) -> expiries.add(new HeadEdits.Field(name, value)),
        visitorRequest,
        page,
        observer);
    return expiries;
  }

  /** Judges a visitor's request. */
  public Visit arrive(RequestHead visitorRequest) {
    return new Visit(this, visitorRequest);
  }
}
