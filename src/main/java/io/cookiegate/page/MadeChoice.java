package io.cookiegate.page;

import static java.util.Objects.requireNonNull;

import io.cookiegate.consent.Decision;
import java.util.Set;

/**
 * What a visitor chose, as it is recorded: nothing in it tells who chose.
 *
 * @param choice granted, refused, or allowed once
 * @param purposes the ids of the categories that the visitor allowed, all of them where everything
 *     was accepted, and those of services with a tilde before them
 * @param classification the version of the classification that the visitor was told of
 * @param language the language in which the visitor was asked
 * @param globalPrivacyControl whether the browser sent {@code Sec-GPC: 1}
 */
public record MadeChoice(
    Decision choice,
    Set<String> purposes,
    String classification,
    String language,
    boolean globalPrivacyControl) {
  public MadeChoice {
    requireNonNull(choice, "choice");
    purposes = Set.copyOf(purposes);
    requireNonNull(classification, "classification");
    requireNonNull(language, "language");
  }
}
