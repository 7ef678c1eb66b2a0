package io.cookiegate.consent;

import io.cookiegate.classification.Category;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One visitor's consent as one request carries it.
 *
 * @param choice what was said as a whole
 * @param purposes the categories chosen one by one; they count only beside a refusal, so this is
 *     empty in every other case
 * @param services the services allowed one by one, whatever their category
 * @param added what was added to the classification since the visitor accepted
 */
public record Consent(Choice choice, Set<String> purposes, Set<String> services, Added added) {
  /** Everything may pass. */
  public static final Consent GRANTED = new Consent(Choice.GRANTED, Set.of());

  /** Nothing that needs consent may pass. */
  public static final Consent REFUSED = new Consent(Choice.REFUSED, Set.of());

  /** Nothing was said: nothing that needs consent may pass. */
  public static final Consent UNASKED = new Consent(Choice.UNASKED, Set.of());

  public Consent {
    if (choice != Choice.REFUSED && !purposes.isEmpty()) {
      throw new IllegalArgumentException("purposes are chosen one by one only beside a refusal");
    }
    purposes = sorted(purposes);
    services = sorted(services);
  }

  /** A choice about categories by a visitor who was asked about all that there is. */
  public Consent(Choice choice, Set<String> purposes) {
    this(choice, purposes, Set.of(), Added.NONE);
  }

  private static Set<String> sorted(Set<String> ids) {
    return ids.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(ids));
  }

  /** The same, and these services may pass too. */
  public Consent allowing(Set<String> more) {
    if (services.containsAll(more)) {
      return this;
    }
    Set<String> all = new TreeSet<>(services);
    all.addAll(more);
    return new Consent(choice, purposes, all, added);
  }

  /** Whether cookies and tags of a category may pass. */
  public boolean allows(Category category) {
    return !category.needsConsent()
        || ((choice == Choice.GRANTED || purposes.contains(category.id()))
            && !added.categories().contains(category.id()));
  }

  /** Whether the visitor is to be asked: they never were, or not about all that there is now. */
  public boolean isOpen() {
    return choice == Choice.UNASKED || !added.isEmpty();
  }

  // Written out: what a record brings is linked at its first use, which costs a start milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Consent consent
        && choice == consent.choice
        && purposes.equals(consent.purposes)
        && services.equals(consent.services)
        && added.equals(consent.added);
  }

  @Override
  public int hashCode() {
    return (choice.hashCode() * 31 + purposes.hashCode()) * 31 + services.hashCode();
  }
}
