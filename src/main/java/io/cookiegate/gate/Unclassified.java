package io.cookiegate.gate;

/** What happens to that which no rule matches, while consent is absent. */
public enum Unclassified {
  KEEP,
  REMOVE
}
