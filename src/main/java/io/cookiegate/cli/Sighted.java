package io.cookiegate.cli;

import io.cookiegate.classification.Rule;
import io.cookiegate.gate.GateObserver.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of one cookie or tag.
 *
 * @param subject the cookie's name, or the tag's host
 * @param rule what decided; null where no rule matched
 */
record Sighted(Kind kind, String subject, @Nullable Rule rule, Outcome outcome) {
  /** What was seen. */
  enum Kind {
    COOKIE,
    TAG;

    String word() {
      return this == COOKIE ? "cookie" : "tag";
    }
  }

  boolean isKept() {
    return outcome == Outcome.KEPT || outcome == Outcome.SHORTENED;
  }
}
