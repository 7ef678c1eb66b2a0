package io.cookiegate.gate;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Rule;
import io.cookiegate.consent.Consent;

/** What one visitor's consent permits under one classification. */
record Permission(Classification classification, Consent consent) {
  /** Whether a rule's category waits for consent that was not given. */
  boolean gates(Rule rule) {
    return gates(rule.category());
  }

  /**
   * Whether a category waits for consent that was not given; one that nobody defined waits for
   * consent to everything.
   */
  boolean gates(String category) {
    Category known = classification.category(category);
    return known == null ? gatesAnything() : !consent.allows(known);
  }

  private boolean gatesAnything() {
    return classification.categories().stream().anyMatch(category -> !consent.allows(category));
  }
}
