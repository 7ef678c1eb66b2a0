package io.cookiegate.page;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;

/**
 * The services that a site is said to use: those that it lists itself, or the whole catalogue where
 * it lists none. The rest of the catalogue is held back should it appear.
 */
final class Declared {
  private final boolean lists;

  private Declared(boolean lists) {
    this.lists = lists;
  }

  static Declared of(Classification classification) {
    return new Declared(classification.services().stream().anyMatch(Declared::isListed));
  }

  private static boolean isListed(Service service) {
    return service.origin() == Origin.SITE;
  }

  boolean has(Service service) {
    return !lists || isListed(service);
  }
}
