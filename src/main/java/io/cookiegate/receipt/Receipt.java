package io.cookiegate.receipt;

import static java.util.Objects.requireNonNull;

import io.cookiegate.consent.Decision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The record that a choice was made; nothing in it identifies a person.
 *
 * @param id random
 * @param time when it was made, to the millisecond
 * @param site the site's name in the configuration
 * @param choice granted, refused, or allowed once
 * @param purposes the ids of the categories that the visitor allowed, and those of services with a
 *     tilde before them
 * @param classification the version of the classification that the visitor was told of
 * @param language the language in which the visitor was asked
 * @param globalPrivacyControl whether the browser sent {@code Sec-GPC: 1}
 */
public record Receipt(
    UUID id,
    Instant time,
    String site,
    Decision choice,
    SortedSet<String> purposes,
    String classification,
    String language,
    boolean globalPrivacyControl) {
  public Receipt {
    requireNonNull(id, "id");
    // What every database keeps exactly.
    time = time.truncatedTo(ChronoUnit.MILLIS);
    requireNonNull(site, "site");
    requireNonNull(choice, "choice");
    purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
    requireNonNull(classification, "classification");
    requireNonNull(language, "language");
  }

  /** A receipt of now, with a new random id. */
  public static Receipt of(
      String site,
      Decision choice,
      Collection<String> purposes,
      String classification,
      String language,
      boolean globalPrivacyControl) {
    return new Receipt(
        UUID.randomUUID(),
        Instant.now(),
        site,
        choice,
        new TreeSet<>(purposes),
        classification,
        language,
        globalPrivacyControl);
  }
}
