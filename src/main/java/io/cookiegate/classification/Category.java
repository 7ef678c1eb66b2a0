package io.cookiegate.classification;

import static java.util.Objects.requireNonNull;

import io.cookiegate.diagnostic.Position;

/**
 * A kind of purpose that a visitor can allow or not.
 *
 * @param id the word by which services name it
 * @param needsConsent whether its cookies and tags wait for consent
 * @param title what visitors read
 * @param description what it is for, for visitors
 * @param position where it is written
 */
public record Category(
    String id,
    boolean needsConsent,
    LocalizedText title,
    LocalizedText description,
    Position position) {
  public Category {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(description, "description");
    requireNonNull(position, "position");
  }
}
