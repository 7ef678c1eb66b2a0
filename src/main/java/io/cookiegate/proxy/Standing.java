package io.cookiegate.proxy;

import java.net.URI;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of an upstream's addresses take connections, as far as requests have found out. The first that
 * does is used, so that sessions stay where they are. One that does not is left out for some seconds;
 * then a single request tries it again.
 */
final class Standing {
  private static final Logger LOG = LoggerFactory.getLogger(Standing.class);
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);
  private static final long UP = 0;

  private final List<URI> origins;
  private final LongSupplier clock;

  /** The time until which each address is left out; {@link #UP} where it is not. */
  private final AtomicLongArray until;

  Standing(List<URI> origins, LongSupplier clock) {
    this.origins = List.copyOf(origins);
    this.clock = clock;
    this.until = new AtomicLongArray(origins.size());
  }

  /** An address for a request: its number. */
  int choose() {
    for (int i = 0; i < origins.size(); i++) {
      if (until.get(i) == UP || mayTryAgain(i)) {
        return i;
      }
    }
    return 0;
  }

  /** Another address for a request that these do not take; less than 0 where there is none left. */
  int chooseBeside(BitSet tried) {
    int untried = tried.nextClearBit(0);
    for (int i = untried; i < origins.size(); i++) {
      if (!tried.get(i) && until.get(i) == UP) {
        return i;
      }
    }
    return untried < origins.size() ? untried : -1;
  }

  private boolean mayTryAgain(int address) {
    long end = until.get(address);
    long now = clock.getAsLong();
    return now - end >= 0 && until.compareAndSet(address, end, after(now));
  }

  /** An address that took no connection. */
  void failed(int address, String why) {
    long before = until.getAndSet(address, after(clock.getAsLong()));
    if (before == UP && origins.size() > 1) {
      LOG.warn("upstream {} is left out: {}", origins.get(address), why);
    }
  }

  /** An address that answered. */
  void answered(int address) {
    if (until.get(address) != UP && until.getAndSet(address, UP) != UP && origins.size() > 1) {
      LOG.info("upstream {} is there again", origins.get(address));
    }
  }

  private static long after(long now) {
    long end = now + PAUSE;
    return end == UP ? 1 : end;
  }
}
