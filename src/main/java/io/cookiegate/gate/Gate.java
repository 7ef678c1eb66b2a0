package io.cookiegate.gate;

import static java.util.Objects.requireNonNull;

import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import java.time.InstantSource;

/** The gate of one site: it judges requests and their answers. Safe for use by many threads. */
public final class Gate {
  private final SiteRules rules;
  private final GateObserver observer;
  private final InstantSource clock;
  private final Gating open;
  private final Gating shut;

  private Gate(SiteRules rules, GateObserver observer, InstantSource clock) {
    this.rules = requireNonNull(rules, "rules");
    this.observer = requireNonNull(observer, "observer");
    this.clock = requireNonNull(clock, "clock");
    this.open = Gating.of(rules.classification(), Consent.GRANTED);
    this.shut = Gating.of(rules.classification(), Consent.REFUSED);
  }

  /** A gate by the system's clock. */
  public static Gate of(SiteRules rules, GateObserver observer) {
    return new Gate(rules, observer, InstantSource.system());
  }

  /** A gate by another clock. */
  public static Gate of(SiteRules rules, GateObserver observer, InstantSource clock) {
    return new Gate(rules, observer, clock);
  }

  /** The rules by which it decides. */
  public SiteRules rules() {
    return rules;
  }

  GateObserver observer() {
    return observer;
  }

  InstantSource clock() {
    return clock;
  }

  /** What a consent holds back; made beforehand for all but a choice one by one. */
  Gating gating(Consent consent) {
    if (consent.choice() == Choice.GRANTED) {
      return open;
    }
    return consent.purposes().isEmpty() ? shut : Gating.of(rules.classification(), consent);
  }

  /** Judges a visitor's request. */
  public Visit arrive(RequestHead visitorRequest) {
    return new Visit(this, visitorRequest);
  }
}
