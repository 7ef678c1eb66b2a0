package io.cookiegate.gate;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which pages come again with the same bytes, roughly: where one came {@value #PATIENCE} times and
 * was never the same, only every {@value #RARELY}th is looked at from then on, until one is the same.
 * Pages are told apart by a few bits of their host and path; two that share a place share a habit.
 */
final class Habits {
  private static final int PLACES = 1 << 12;
  private static final int PATIENCE = 64;
  private static final int RARELY = 16;

  private final AtomicIntegerArray inVain = new AtomicIntegerArray(PLACES);

  /** Whether to look at the next one; counts those that are not looked at. */
  boolean mayRepeat(PageContext page) {
    int place = place(page);
    int times = inVain.get(place);
    return times < PATIENCE || inVain.incrementAndGet(place) % RARELY == 0;
  }

  void came(PageContext page, boolean again) {
    int place = place(page);
    if (again) {
      inVain.set(place, 0);
    } else if (inVain.get(place) < PATIENCE) {
      inVain.incrementAndGet(place);
    }
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
