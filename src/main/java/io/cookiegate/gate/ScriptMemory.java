package io.cookiegate.gate;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts about inline scripts that came lately, under one consent and one classification. Pages
 * that are never the same twice have the same scripts; judging one costs many times its digest.
 *
 * <p>Kept of a script is its digest and nothing else, for it may have a visitor's name in it. Each has
 * one place, which the latest one takes, so the memory is bounded and whoever makes up scripts makes
 * others be judged again, no more. Safe for use by many threads.
 */
final class ScriptMemory {
  private static final int PLACES = 1024;

  private final AtomicReferenceArray<@Nullable Known> places = new AtomicReferenceArray<>(PLACES);

  /** A script that was judged. */
  static final class Known {
    private final long first;
    private final long second;
    private final @Nullable TagVerdict verdict;

    private Known(ScriptDigest digest, @Nullable TagVerdict verdict) {
      this.first = digest.first();
      this.second = digest.second();
      this.verdict = verdict;
    }

    private boolean is(ScriptDigest digest) {
      return first == digest.first() && second == digest.second();
    }

    /** Why it is gated; null where it is not. */
    @Nullable TagVerdict verdict() {
      return verdict;
    }
  }

  /** What is known of the script of a digest; null where it did not come lately. */
  @Nullable Known find(ScriptDigest digest) {
    Known known = places.get(place(digest));
    return known != null && known.is(digest) ? known : null;
  }

  void remember(ScriptDigest digest, @Nullable TagVerdict verdict) {
    places.set(place(digest), new Known(digest, verdict));
  }

  private static int place(ScriptDigest digest) {
    return (int) digest.first() & (PLACES - 1);
  }
}
