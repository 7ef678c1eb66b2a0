package io.cookiegate.consent;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.cookie.CookieHeader;
import java.util.HashSet;
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

  /** The consent, in the categories of a classification. */
  public Consent in(Classification classification) {
    if (refused) {
      return refusedBut(classification);
    }
    if (granted && !unclear) {
      return Consent.GRANTED;
    }
    boolean speaksByGpc = globalPrivacyControl && policy.honourGpc();
    return speaksByGpc ? Consent.REFUSED : Consent.UNASKED;
  }

  private Consent refusedBut(Classification classification) {
    if (purposes == null || purposes.isEmpty()) {
      return Consent.REFUSED;
    }
    Set<String> known = new HashSet<>();
    for (Category category : classification.categories()) {
      if (category.needsConsent() && purposes.contains(category.id())) {
        known.add(category.id());
      }
    }
    return known.isEmpty() ? Consent.REFUSED : new Consent(Choice.REFUSED, known);
  }
}
