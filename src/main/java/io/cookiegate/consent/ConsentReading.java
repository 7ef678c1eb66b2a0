package io.cookiegate.consent;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.cookie.CookieHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one request's consent: fed with its {@code Cookie} fields one after the other, and
 * with its {@code Sec-GPC} field where it has one.
 *
 * <p>The consent cookie may come more than once, from a parent domain or another path. Consent is
 * granted only if each of them says so; else a refusal among them is a refusal; else nobody was
 * asked. The companion cookie is read in the same spirit: of several lists only what is in all of
 * them counts.
 */
public final class ConsentReading {
  private final ConsentPolicy policy;
  private boolean granted;
  private boolean refused;
  private boolean unclear;
  private boolean globalPrivacyControl;
  private @Nullable Set<String> purposes;
  private @Nullable List<String> stamps;
  private String pass = "";

  /** Begins with a request of which nothing is known yet. */
  public ConsentReading(ConsentPolicy policy) {
    this.policy = policy;
  }

  /** Reads the value of a {@code Cookie} field. */
  public void cookies(String field) {
    CookieHeader cookies = new CookieHeader(field);
    while (cookies.next()) {
      if (isNamed(field, cookies, policy.cookie())) {
        choice(cookies.value());
      } else if (isNamed(field, cookies, policy.purposesCookie())) {
        purposes(cookies.value());
      } else if (isCompanion(field, cookies, ConsentPolicy.REVISION)) {
        stamp(cookies.value());
      } else if (isCompanion(field, cookies, ConsentPolicy.ONCE)) {
        pass = cookies.value();
      }
    }
  }

  /** Reads the value of a {@code Sec-GPC} field (Global Privacy Control): only {@code 1} speaks. */
  public void globalPrivacyControl(String field) {
    globalPrivacyControl |= field.strip().equals("1");
  }

  private static boolean isNamed(String field, CookieHeader cookies, String name) {
    return cookies.nameTo() - cookies.nameFrom() == name.length()
        && field.startsWith(name, cookies.nameFrom());
  }

  private boolean isCompanion(String field, CookieHeader cookies, String suffix) {
    int length = policy.cookie().length();
    return cookies.nameTo() - cookies.nameFrom() == length + suffix.length()
        && field.startsWith(suffix, cookies.nameFrom() + length)
        && field.startsWith(policy.cookie(), cookies.nameFrom());
  }

  private void stamp(String value) {
    if (stamps == null) {
      stamps = new ArrayList<>(1);
    }
    stamps.add(value);
  }

  private void choice(String value) {
    if (policy.granted().contains(value)) {
      granted = true;
    } else if (policy.refused().contains(value)) {
      refused = true;
    } else {
      unclear = true;
    }
  }

  private void purposes(String value) {
    Set<String> listed = PurposeList.parse(value);
    if (purposes != null) {
      listed.retainAll(purposes);
    }
    purposes = listed;
  }

  /** Whether a service may be allowed on one page view. */
  public boolean hasPass() {
    return !pass.isEmpty();
  }

  /** The id of the service that is allowed on this view of a page; empty where none is. */
  public String passFor(String target) {
    return PagePass.service(pass, target);
  }

  /** The consent, in the categories and services of a classification, which is that revision. */
  public Consent in(Classification classification, Revision revision) {
    if (refused) {
      return refusedBut(classification, revision);
    }
    if (granted && !unclear) {
      return granted(classification, revision);
    }
    boolean speaksByGpc = globalPrivacyControl && policy.honourGpc();
    return speaksByGpc ? Consent.REFUSED : Consent.UNASKED;
  }

  private Consent granted(Classification classification, Revision revision) {
    Added added = since(revision);
    if (added.isEmpty()) {
      return Consent.GRANTED;
    }
    Set<String> services = services(classification);
    return new Consent(Choice.GRANTED, Set.of(), services, added.without(services));
  }

  /** A choice without a stamp was not made through the gate: it is as the site took it. */
  private Added since(Revision revision) {
    return stamps == null || !policy.asksAgain() ? Added.NONE : revision.since(stamps);
  }

  private Set<String> services(Classification classification) {
    if (purposes == null) {
      return Set.of();
    }
    Set<String> known = PurposeList.services(purposes);
    known.removeIf(id -> classification.service(id) == null);
    return known;
  }

  private Consent refusedBut(Classification classification, Revision revision) {
    if (purposes == null || purposes.isEmpty()) {
      return Consent.REFUSED;
    }
    Set<String> known = new HashSet<>();
    for (Category category : classification.categories()) {
      if (category.needsConsent() && purposes.contains(category.id())) {
        known.add(category.id());
      }
    }
    Set<String> services = services(classification);
    if (known.isEmpty() && services.isEmpty()) {
      return Consent.REFUSED;
    }
    Added added = revision.within(known, since(revision).without(services));
    return new Consent(Choice.REFUSED, known, services, added);
  }
}
