package io.cookiegate.gate;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which pages come again with the same bytes, roughly: where one came a few times with other bytes
 * than before, or often for the first time, it is looked at only twice in {@value #RARELY} times from
 * then on, until one is the same. Pages are told apart by a few bits of their host and path; two that
 * share a place share a habit.
 */
final class Habits {
  private static final int PLACES = 1 << 12;
  private static final int PATIENCE = 64;
  private static final int RARELY = 32;

  /** How many new pages, of which each may still come again, a page that came otherwise counts for. */
  private static final int WEIGHT = 16;

  private final AtomicIntegerArray inVain = new AtomicIntegerArray(PLACES);

  /** Whether to look at the next one; counts those that are not looked at. */
  boolean mayRepeat(PageContext page) {
    int place = place(page);
    return inVain.get(place) < PATIENCE || inVain.incrementAndGet(place) % RARELY < 2;
  }

  void isNew(PageContext page) {
    add(page, 1);
  }

  void differs(PageContext page) {
    add(page, WEIGHT);
  }

  private void add(PageContext page, int misses) {
    int place = place(page);
    if (inVain.get(place) < PATIENCE) {
      inVain.addAndGet(place, misses);
    }
  }

  void repeats(PageContext page) {
    inVain.lazySet(place(page), 0);
  }

  private static int place(PageContext page) {
    String target = page.target();
    int query = target.indexOf('?');
    int hash = page.host().hashCode();
    for (int i = 0; i < (query < 0 ? target.length() : query); i++) {
      hash = 31 * hash + target.charAt(i);
    }
    return (hash ^ hash >>> 12 ^ hash >>> 24) & (PLACES - 1);
  }
}
