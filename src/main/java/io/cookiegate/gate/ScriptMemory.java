package io.cookiegate.gate;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts about inline scripts that came lately, under one consent and one classification. Pages
 * that are never the same twice have the same vendors' snippets; reading one costs many times its digest.
 *
 * <p>Kept of a script is its digest and nothing else, for it may have a visitor's name in it. Each has
 * one place, which the latest one takes, so the memory is bounded and whoever makes up scripts makes
 * others be read again, no more. Safe for use by many threads.
 */
final class ScriptMemory {
  private static final int PLACES = 512;

  private final AtomicReferenceArray<@Nullable Known> places = new AtomicReferenceArray<>(PLACES);

  /** A script that was read. */
  static final class Known {
    private final byte[] digest;
    private final @Nullable TagVerdict verdict;

    private Known(byte[] digest, @Nullable TagVerdict verdict) {
      this.digest = digest;
      this.verdict = verdict;
    }

    /** Why it is gated; null where it is not. */
    @Nullable TagVerdict verdict() {
      return verdict;
    }
  }

  /**
   * What is known of a script; null where it did not come lately.
   *
   * @param digest as {@link ScriptDigest} makes it
   */
  @Nullable Known find(byte[] digest) {
    Known known = places.get(place(digest));
    return known != null && Arrays.equals(known.digest, digest) ? known : null;
  }

  void remember(byte[] digest, @Nullable TagVerdict verdict) {
    places.set(place(digest), new Known(digest, verdict));
  }

  private static int place(byte[] digest) {
    return ((digest[0] & 0xff) | (digest[1] << 8)) & (PLACES - 1);
  }
}
