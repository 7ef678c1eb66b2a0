package io.cookiegate.gate;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Pages that recur, each counted as one: a page with a thousand tags takes one step each time it goes
 * out. What that makes of each tag is added up when somebody asks, and when a page is forgotten.
 * Safe for use by many threads.
 */
public final class Recurrences {
  private final Set<Page> open = ConcurrentHashMap.newKeySet();

  /**
   * A page that recurs.
   *
   * @param add counts all that is seen on it, so many times
   */
  public Recurrence of(LongConsumer add) {
    Page page = new Page(add);
    open.add(page);
    return page;
  }

  /** Adds up what has recurred so far. */
  public void settle() {
    open.forEach(Page::settle);
  }

  /** How many pages may recur. */
  int size() {
    return open.size();
  }

  private final class Page implements Recurrence {
    private final LongConsumer add;
    private final AtomicLong times = new AtomicLong();
    private volatile boolean over;

    Page(LongConsumer add) {
      this.add = add;
    }

    // What is counted before the page is over, over() adds up; what comes later adds itself up.
    @Override
    public void again() {
      times.incrementAndGet();
      if (over) {
        settle();
      }
    }

    @Override
    public void over() {
      over = true;
      open.remove(this);
      settle();
    }

    void settle() {
      long since = times.getAndSet(0);
      if (since > 0) {
        add.accept(since);
      }
    }
  }
}
