package io.cookiegate.gate;

/** Who asks the visitor for consent. */
public enum Banner {
  /** The gate's own banner is put into pages. */
  BUILT_IN,
  /** The site asks by itself. */
  NONE
}
