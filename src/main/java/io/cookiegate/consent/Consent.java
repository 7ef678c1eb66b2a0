package io.cookiegate.consent;

import io.cookiegate.classification.Category;
import java.util.Set;
import java.util.TreeSet;

/**
 * One visitor's consent as one request carries it.
 *
 * @param choice what was said as a whole
 * @param purposes the categories chosen one by one; they count only beside a refusal, so this is
 *     empty in every other case
 */
public record Consent(Choice choice, Set<String> purposes) {
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
    purposes =
        purposes.isEmpty()
            ? Set.of()
            : java.util.Collections.unmodifiableSet(new TreeSet<>(purposes));
  }

  /** Whether cookies and tags of a category may pass. */
  public boolean allows(Category category) {
    return !category.needsConsent() || choice == Choice.GRANTED || purposes.contains(category.id());
  }
}
