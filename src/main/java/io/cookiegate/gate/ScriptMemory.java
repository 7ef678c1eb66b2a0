package io.cookiegate.gate;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts about inline scripts that came lately, under one consent and one classification. Pages
 * that are never the same twice have the same scripts; judging one costs many times its digest.
 *
 * <p>Kept of a script is its digest and nothing else, for it may have a visitor's name in it; of the
 * beginning of a long one also where its reading was, which has none of its text. A few that
 * have some bits of it in common share as many places, of which the latest one takes the oldest's, so
 * the memory is bounded and whoever makes up scripts makes others be judged again, no more. Safe for
 * use by many threads.
 */
final class ScriptMemory {
  private static final int PLACES = 1024;

  /** With one place for each, two of a page's would often take it from each other, page by page. */
  private static final int SHARED = 4;

  private final AtomicReferenceArray<@Nullable Known> places = new AtomicReferenceArray<>(PLACES);

  /** A script that was judged. */
  static final class Known {
    private final long first;
    private final long second;
    private final @Nullable TagVerdict verdict;
    private final ScriptReading.@Nullable Place place;

    private Known(
        ScriptDigest digest, @Nullable TagVerdict verdict, ScriptReading.@Nullable Place place) {
      this.first = digest.first();
      this.second = digest.second();
      this.verdict = verdict;
      this.place = place;
    }

    private boolean is(ScriptDigest digest) {
      return first == digest.first() && second == digest.second();
    }

    /** Why it is gated; null where it is not. */
    @Nullable TagVerdict verdict() {
      return verdict;
    }

    /** Where its reading was then; null where that was not kept. */
    ScriptReading.@Nullable Place place() {
      return place;
    }
  }

  /** What is known of the script of a digest; null where it did not come lately. */
  @Nullable Known find(ScriptDigest digest) {
    int from = place(digest);
    for (int place = from; place < from + SHARED; place++) {
      Known known = places.get(place);
      if (known != null && known.is(digest)) {
        return known;
      }
    }
    return null;
  }

  void remember(ScriptDigest digest, @Nullable TagVerdict verdict) {
    remember(digest, verdict, null);
  }

  /**
   * Remembers a script, or the beginning of one, with where its reading is. Of two that come at one
   * time, one may be lost.
   */
  Known remember(
      ScriptDigest digest, @Nullable TagVerdict verdict, ScriptReading.@Nullable Place place) {
    Known known = new Known(digest, verdict, place);
    int latest = place(digest);
    for (int older = latest + SHARED - 1; older > latest; older--) {
      places.set(older, places.get(older - 1));
    }
    places.set(latest, known);
    return known;
  }

  private static int place(ScriptDigest digest) {
    return (int) digest.first() & (PLACES - SHARED);
  }
}
