package io.cookiegate.gate;

import java.security.SecureRandom;

/**
 * The digest of a script with all else that its verdict depends on, under a key that this process
 * made for itself and nobody is shown: nobody can write two scripts that are taken for each other.
 * Reusable.
 */
final class ScriptDigest {
  /** Not with the class: it is made when the first script is. */
  private static final class Key {
    static final long FIRST;
    static final long SECOND;

    static {
      SecureRandom random = new SecureRandom();
      FIRST = random.nextLong();
      SECOND = random.nextLong();
    }
  }

  private final SipHash hash = new SipHash(Key.FIRST, Key.SECOND);

  /**
   * Begins with a script.
   *
   * @param reading as what it is read
   * @param site the domain whose hosts are not third parties, or nothing where that does not matter
   */
  void begin(int reading, byte[] site) {
    hash.begin();
    hash.add((byte) reading);
    hash.add((byte) site.length);
    hash.update(site, 0, site.length);
  }

  /** Takes the next piece of the script. */
  void update(byte[] a, int from, int to) {
    hash.update(a, from, to);
  }

  /** The digest, at the script's end. */
  byte[] end() {
    return hash.end();
  }
}
