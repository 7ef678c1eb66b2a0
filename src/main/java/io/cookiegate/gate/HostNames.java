package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/**
 * Host names as Strings, so that a host that is used often is made into one once. Each has one place,
 * which the latest one takes. Safe for use by many threads: what one puts here another may not see,
 * and makes again.
 */
final class HostNames {

  /** The longest name that the domain name system has. */
  private static final int LONGEST = 253;

  private final @Nullable String[] names;

  /**
   * @param places a power of two
   */
  HostNames(int places) {
    names = new @Nullable String[places];
  }

  String of(byte[] a, int from, int to) {
    if (to - from > LONGEST) {
      return new String(a, from, to - from, US_ASCII);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + a[i];
    }
    int slot = (hash ^ hash >>> 11) & (names.length - 1);
    String known = names[slot];
    if (known == null || !same(known, a, from, to)) {
      known = new String(a, from, to - from, US_ASCII);
      names[slot] = known;
    }
    return known;
  }

  private static boolean same(String name, byte[] a, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != a[from + i]) {
        return false;
      }
    }
    return true;
  }
}
