package io.cookiegate.gate;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Rule;
import io.cookiegate.consent.Consent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What one consent holds back of one classification. Immutable. */
final class Gating {
  // Goes up with every change of what the rewriter makes of the same page, so that no cache takes a
  // page of an older release for one of this.
  private static final String REVISION = "1";

  private final Set<String> categories;
  private final Set<String> gatedCategories;
  private final String variant;

  private Gating(Set<String> categories, Set<String> gatedCategories, String variant) {
    this.categories = categories;
    this.gatedCategories = gatedCategories;
    this.variant = variant;
  }

  static Gating of(Classification classification, Consent consent) {
    Set<String> gated = new HashSet<>();
    Set<String> all =
        classification.categories().stream().map(Category::id).collect(Collectors.toSet());
    StringBuilder variant = new StringBuilder(REVISION);
    variant.append(classification.version(), 0, 10);
    for (Category category : classification.categories()) {
      if (!consent.allows(category)) {
        gated.add(category.id());
      }
      if (category.needsConsent()) {
        variant.append(gated.contains(category.id()) ? '0' : '1');
      }
    }
    return new Gating(all, Set.copyOf(gated), variant.toString());
  }

  /** Whether everything may pass, so that answers go on as they are. */
  boolean passesAll() {
    return gatedCategories.isEmpty();
  }

  boolean gates(Rule rule) {
    return gatedCategories.contains(rule.category());
  }

  /** Whether a category waits for consent that was not given; one that is not defined does where any does. */
  boolean gates(String category) {
    return categories.contains(category)
        ? gatedCategories.contains(category)
        : !gatedCategories.isEmpty();
  }

  /** What tells this version of a page from those under another consent: letters and digits. */
  String variant() {
    return variant;
  }
}
