package io.cookiegate.consent;

import java.util.HashSet;
import java.util.Set;

/**
 * What a classification has that a visitor who accepted was not asked about: it stays gated until
 * they are asked again.
 *
 * @param categories the ids of categories that need consent
 * @param services the ids of the site's services
 */
public record Added(Set<String> categories, Set<String> services) {
  /** Nothing: the visitor was asked about everything. */
  public static final Added NONE = new Added(Set.of(), Set.of());

  public Added {
    categories = Set.copyOf(categories);
    services = Set.copyOf(services);
  }

  /** What is left of it after these services were allowed one by one. */
  Added without(Set<String> allowed) {
    if (allowed.isEmpty() || isEmpty()) {
      return this;
    }
    Set<String> left = new HashSet<>(services);
    left.removeAll(allowed);
    return new Added(categories, left);
  }

  /** Whether there is nothing of the kind. */
  public boolean isEmpty() {
    return categories.isEmpty() && services.isEmpty();
  }
}
