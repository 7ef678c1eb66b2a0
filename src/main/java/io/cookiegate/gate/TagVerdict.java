package io.cookiegate.gate;

import io.cookiegate.classification.TagRule;
import org.jspecify.annotations.Nullable;

/**
 * Why something is gated.
 *
 * @param rule the rule that decided; null where none names the service
 */
record TagVerdict(@Nullable TagRule rule) {
  /** Gated for want of a rule, or because it cannot be read for sure. */
  static final TagVerdict NAMELESS = new TagVerdict(null);
}
