package io.cookiegate.receipt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain: an entry's place, what it is about, the digest of what it says, and the
 * hashes that bind it to the entry before.
 *
 * @param seq its place, from 1 without gaps
 * @param subject the digest of the id of the receipt it is about; null in a retention
 * @param digest of what it says
 * @param previous the hash of the entry before
 * @param hash its own
 */
record Link(
    long seq, Kind kind, @Nullable String subject, String digest, String previous, String hash) {

  /** What an entry is. */
  enum Kind {
    CHOICE,
    ERASURE,
    RETENTION;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** The hash that an entry with these parts has. */
  static String hash(
      String previous, long seq, Kind kind, @Nullable String subject, String digest) {
    return Digest.of(previous, Long.toString(seq), kind.word(), subject, digest);
  }

  /** Whether the hash is that of the other parts. */
  boolean isWhole() {
    return hash.equals(hash(previous, seq, kind, subject, digest));
  }
}
