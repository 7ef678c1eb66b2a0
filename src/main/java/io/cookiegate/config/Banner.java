package io.cookiegate.config;

/** Who asks the visitor. */
public enum Banner {
  /** The gate's own banner is put into pages. */
  BUILT_IN,
  /** The site asks by itself. */
  NONE
}
