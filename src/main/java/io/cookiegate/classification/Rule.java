package io.cookiegate.classification;

import io.cookiegate.diagnostic.Position;

/** A line of the classification that decides about something. */
public sealed interface Rule permits CookieRule, TagRule {
  /** The id of the service it belongs to. */
  String service();

  /** The id of the category that decides whether consent is needed. */
  String category();

  /** Who wrote it. */
  Origin origin();

  /** Where it is written. */
  Position position();
}
