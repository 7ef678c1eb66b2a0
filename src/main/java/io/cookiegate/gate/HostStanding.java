package io.cookiegate.gate;

/** How a host stands in a string of a script. */
enum HostStanding {
  /** The string is its address: two slashes before it, and before them at most a scheme. */
  AS_ADDRESS,
  /** After two slashes, somewhere in the string. */
  AFTER_SLASHES,
  /** Where a host could begin, without slashes. */
  BARE,
  /** After a dot, which stands for whatever the script puts there. */
  AS_END;

  /** Whether two slashes are before it. */
  boolean hasSlashes() {
    return this == AS_ADDRESS || this == AFTER_SLASHES;
  }
}
