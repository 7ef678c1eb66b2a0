package io.cookiegate.gate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of a script with all else that its verdict depends on. Reusable. */
final class ScriptDigest {
  private final MessageDigest sha256;

  ScriptDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Begins with a script.
   *
   * @param reading as what it is read
   * @param site the domain whose hosts are not third parties, or nothing where that does not matter
   */
  void begin(int reading, byte[] site) {
    sha256.update((byte) reading);
    sha256.update((byte) site.length);
    sha256.update(site);
  }

  /** Takes the next piece of the script. */
  void update(byte[] a, int from, int to) {
    sha256.update(a, from, to - from);
  }

  /** The digest, at the script's end. */
  byte[] end() {
    return sha256.digest();
  }
}
