package io.cookiegate.page;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Origin;
import io.cookiegate.classification.Service;
import java.util.List;

/**
 * The services of a classification as visitors are told of them: those that the site itself lists
 * are its own, the rest of the catalogue is held back should it appear. A site that lists none is
 * told of by the whole catalogue.
 */
final class Declared {
  private final List<Service> own;
  private final List<Service> others;

  private Declared(List<Service> own, List<Service> others) {
    this.own = own;
    this.others = others;
  }

  static Declared of(Classification classification, Category category) {
    boolean lists =
        classification.services().stream().anyMatch(service -> service.origin() == Origin.SITE);
    List<Service> all =
        classification.services().stream()
            .filter(service -> service.category().equals(category.id()))
            .toList();
    return new Declared(
        all.stream().filter(service -> !lists || service.origin() == Origin.SITE).toList(),
        all.stream().filter(service -> lists && service.origin() != Origin.SITE).toList());
  }

  /** What the site uses. */
  List<Service> own() {
    return own;
  }

  /** What the classification knows besides. */
  List<Service> others() {
    return others;
  }
}
