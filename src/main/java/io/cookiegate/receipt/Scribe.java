package io.cookiegate.receipt;

import io.cookiegate.diagnostic.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The carrier of entries from the queue to the database. It waits as long as the database is away,
 * and removes once a day what has been kept long enough.
 */
final class Scribe implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
  private static final int BATCH = 500;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final Duration BEFORE_THE_FIRST_LOOK = Duration.ofSeconds(5);
  private static final Duration BETWEEN_REMOVALS = Duration.ofDays(1);

  private final LedgerSettings settings;
  private final Spool spool;
  private final Thread thread = new Thread(this::run, "receipts-scribe");
  private final LongAdder written = new LongAdder();
  private final Object bell = new Object();
  private Duration pause = SHORTEST_PAUSE;
  private Instant nextRemoval = Instant.MIN;
  private @Nullable Database database;
  private volatile boolean closed;
  private volatile boolean away;
  private boolean rung;

  Scribe(LedgerSettings settings, Spool spool) {
    this.settings = settings;
    this.spool = spool;
    thread.setDaemon(true);
    thread.start();
  }

  /** Says that there may be something to do. */
  void wake() {
    synchronized (bell) {
      rung = true;
      bell.notifyAll();
    }
  }

  /** Entries that are in the database now and were not before. */
  long written() {
    return written.sum();
  }

  /** Whether the database could not be reached when it was tried last. */
  boolean isAway() {
    return away;
  }

  private void run() {
    begin();
    while (!closed) {
      try {
        work(open());
        trouble(null);
        await(Duration.ofMinutes(10));
      } catch (SQLException | IOException | RuntimeException | Error e) {
        trouble(e);
        await(pause);
      }
    }
    finish();
  }

  // While a gate begins, its visitors need the processor more than an empty queue does. An embedded
  // database takes 30 MB from when it is opened; one that is not there yet waits for a first entry.
  private void begin() {
    if (spool.bytes() == 0) {
      await(BEFORE_THE_FIRST_LOOK);
    }
    while (!closed && spool.bytes() == 0 && !Database.isThere(settings)) {
      await(Duration.ofMinutes(10));
    }
  }

  private Database open() throws SQLException {
    Database open = database;
    if (open == null) {
      open = Database.open(settings);
      database = open;
    }
    return open;
  }

  private void work(Database open) throws SQLException, IOException {
    Store store = new Store(open);
    for (Segment.Batch batch = spool.next(BATCH);
        !batch.contents().isEmpty();
        batch = spool.next(BATCH)) {
      written.add(store.write(entries(batch)));
      spool.done(batch);
    }
    Instant now = Instant.now();
    if (now.isAfter(nextRemoval)) {
      int removed = store.removeBefore(now.minus(settings.retention()), now);
      nextRemoval = now.plus(BETWEEN_REMOVALS);
      if (removed > 0) {
        LOG.info("removed {} entries of the ledger that were kept for long enough", removed);
      }
    }
  }

  private static List<Entry> entries(Segment.Batch batch) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (byte[] content : batch.contents()) {
      entries.add(EntryBytes.read(content));
    }
    return entries;
  }

  private void trouble(@Nullable Throwable failure) {
    if (failure == null) {
      if (away) {
        LOG.info("the ledger is written again");
      }
      pause = SHORTEST_PAUSE;
    } else {
      // A gate that is told to end may find the database closed by its own hook; nothing is lost.
      if (!away && !closed) {
        LOG.warn("the ledger cannot be written; choices wait on disk: {}", Reason.of(failure));
      }
      pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
    }
    away = failure != null;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private void await(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    synchronized (bell) {
      // While the database is away a new entry does not help; the end does.
      while (!closed && (away || !rung) && end - System.nanoTime() > 0) {
        try {
          bell.wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          closed = true;
        }
      }
      rung = false;
    }
  }

  private void finish() {
    try {
      if (!away && !spool.next(1).contents().isEmpty()) {
        work(open());
      }
    } catch (SQLException | IOException | RuntimeException e) {
      trouble(e);
    } finally {
      if (database != null) {
        database.close();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    Threads.join(thread, Duration.ofSeconds(10));
  }
}
