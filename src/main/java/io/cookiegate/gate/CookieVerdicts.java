package io.cookiegate.gate;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.CookieRule;
import io.cookiegate.classification.Lifetime;
import io.cookiegate.cookie.SetCookie;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The decision about cookies for one site under one consent. */
final class CookieVerdicts {
  /** What happens to a {@code Set-Cookie} field. */
  sealed interface Verdict {
    /**
     * It stays as it is.
     *
     * @param byConsent whether it would go under another consent
     */
    record Keep(boolean byConsent) implements Verdict {}

    /** It goes. */
    record Remove() implements Verdict {}

    /** It stays with a shorter lifetime. */
    record Shorten(String field) implements Verdict {}
  }

  private static final Verdict KEEP = new Verdict.Keep(false);
  private static final Verdict KEEP_BY_CONSENT = new Verdict.Keep(true);
  private static final Verdict REMOVE = new Verdict.Remove();

  private final SiteRules rules;
  private final Gating gating;
  private final GateObserver observer;

  CookieVerdicts(SiteRules rules, Gating gating, GateObserver observer) {
    this.rules = rules;
    this.gating = gating;
    this.observer = observer;
  }

  /** Judges one {@code Set-Cookie} field of an answer from a host. */
  Verdict setCookie(String field, String host, Instant now) {
    SetCookie cookie = SetCookie.parse(field);
    if (cookie == null) {
      // No browser stores it; what other clients make of it is not ours to allow.
      return gating.passesAll() ? KEEP_BY_CONSENT : REMOVE;
    }
    String name = cookie.sentName();
    String domain = cookie.domain();
    CookieRule rule = rule(name, domain == null ? host : domain);
    Verdict verdict = verdict(field, cookie, name, rule, now);
    observer.cookieSet(name, rule, outcome(verdict));
    return verdict;
  }

  private Verdict verdict(
      String field, SetCookie cookie, String name, @Nullable CookieRule rule, Instant now) {
    boolean waits = waitsForConsent(name, rule);
    boolean ends = rule != null && rule.enforceLifetime();
    if ((!waits && !ends) || cookie.deletes(now)) {
      return KEEP;
    }
    if (waits && isGated(rule)) {
      return REMOVE;
    }
    String shortened = rule != null && ends ? shortened(cookie, rule, now) : null;
    if (shortened != null && !shortened.equals(field)) {
      return new Verdict.Shorten(shortened);
    }
    return waits ? KEEP_BY_CONSENT : KEEP;
  }

  /** The field with no longer a lifetime than the rule states; null where it has none longer. */
  private static @Nullable String shortened(SetCookie cookie, CookieRule rule, Instant now) {
    Lifetime stated = rule.lifetime();
    if (stated == null || cookie.lifetime(now) == null) {
      return null;
    }
    Duration longest = stated.duration();
    return longest == null ? cookie.asSession() : cookie.shortenedTo(longest, now);
  }

  private static GateObserver.Outcome outcome(Verdict verdict) {
    if (verdict instanceof Verdict.Remove) {
      return GateObserver.Outcome.REMOVED;
    }
    return verdict instanceof Verdict.Keep
        ? GateObserver.Outcome.KEPT
        : GateObserver.Outcome.SHORTENED;
  }

  /** Whether a cookie in a request is kept from the upstream. */
  boolean withholds(String name, String host) {
    CookieRule rule = rule(name, host);
    boolean gated = waitsForConsent(name, rule) && isGated(rule);
    observer.cookieSent(
        name, rule, gated ? GateObserver.Outcome.REMOVED : GateObserver.Outcome.KEPT);
    return gated;
  }

  /** Whether what waits for consent has none. */
  private boolean isGated(@Nullable CookieRule rule) {
    return !gating.passesAll() && (rule == null ? gating.gatesUnclassified() : gating.gates(rule));
  }

  private boolean waitsForConsent(String name, @Nullable CookieRule rule) {
    boolean waits =
        rule == null
            ? rules.unclassifiedCookies() == Unclassified.REMOVE
            : rules.classification().needsConsent(rule);
    return waits && !isConsentCookie(name);
  }

  private boolean isConsentCookie(String name) {
    return rules.consent().owns(name);
  }

  private @Nullable CookieRule rule(String name, String domain) {
    Classification classification = rules.classification();
    return classification.cookie(name, domain);
  }
}
