package io.cookiegate.coding;

/**
 * Which stretches of the original stayed, and where they are in the output: what a match of the
 * original may still point to.
 *
 * <p>Only the last {@value #MOST} are known; what lies before them counts as gone.
 */
final class Stretches {
  private static final int MOST = 64;

  private final long[] from = new long[MOST];
  private final long[] to = new long[MOST];
  private final long[] shift = new long[MOST];
  private int newest = -1;
  private int count;
  private long gap;

  /** The stretch at hand: where it begins in the original, and what to add for the output. */
  long start;

  long startShift;

  /** Begins another stretch; the one before ended at {@code ended} of the original. */
  void begin(long place, long output, long ended) {
    if (ended > start) {
      newest = (newest + 1) % MOST;
      count = Math.min(MOST, count + 1);
      from[newest] = start;
      to[newest] = ended;
      shift[newest] = startShift;
    }
    start = place;
    startShift = output - place;
  }

  /** The newest stretch that has this place of the original; -1 where none has. */
  int find(long place) {
    gap = start;
    for (int i = 0, at = newest; i < count; i++, at = at == 0 ? MOST - 1 : at - 1) {
      if (from[at] > place) {
        gap = Math.min(gap, from[at]);
      } else if (place < to[at]) {
        return at;
      }
    }
    return -1;
  }

  /** Where a stretch ends; for -1, where the next one begins behind the place that none has. */
  long until(int stretch) {
    return stretch < 0 ? gap : to[stretch];
  }

  long shift(int stretch) {
    return shift[stretch];
  }

  void clear() {
    newest = -1;
    count = 0;
    start = 0;
    startShift = 0;
  }
}
