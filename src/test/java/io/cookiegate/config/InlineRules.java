package io.cookiegate.config;

import io.cookiegate.classification.Classification;
import io.cookiegate.classification.TagRule;
import java.util.List;

/** The rules about inline scripts of a classification, in the order in which they are written. */
public final class InlineRules {
  private InlineRules() {}

  /** All of them. */
  public static List<TagRule.Inline> of(Classification classification) {
    return classification.services().stream()
        .flatMap(service -> service.tags().stream())
        .filter(TagRule.Inline.class::isInstance)
        .map(TagRule.Inline.class::cast)
        .toList();
  }
}
