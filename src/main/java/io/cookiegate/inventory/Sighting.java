package io.cookiegate.inventory;

import io.cookiegate.gate.GateObserver.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A cookie name or a tag's host with what became of it, and how often.
 *
 * @param site the first host of the site
 * @param kind in what it was seen
 * @param name the cookie's name or the tag's host, at most {@link Inventory#LONGEST_NAME} characters
 * @param service the service it is classified as; null where no rule matches
 * @param category its category; null where no rule matches
 * @param outcome what became of it; in a site that only observes, what would have
 * @param count how often, since the start
 */
public record Sighting(
    String site,
    Kind kind,
    String name,
    @Nullable String service,
    @Nullable String category,
    Outcome outcome,
    long count) {
  /** In what something was seen. */
  public enum Kind {
    SET_COOKIE,
    COOKIE,
    TAG
  }
}
