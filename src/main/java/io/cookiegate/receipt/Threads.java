package io.cookiegate.receipt;

import java.time.Duration;

/** The end of the ledger's own threads. */
final class Threads {
  private Threads() {}

  /** Waits for a thread to end, for so long at most. */
  static void join(Thread thread, Duration longest) {
    try {
      thread.join(longest.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
