package io.cookiegate.receipt;

import io.cookiegate.diagnostic.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into the queue: entries of many threads that come at the same time are forced to the disk
 * together. Nobody waits for longer than a moment: who is not told in it that the entry is on the
 * disk is told that it is not.
 */
final class Intake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final int MOST = 1024;

  private final Spool spool;
  private final Duration patience;
  private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST);
  private final Thread thread = new Thread(this::run, "receipts-intake");
  private final LongAdder queued = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private volatile boolean closed;
  private boolean troubled;

  /** An entry, and whether it is on the disk. */
  private static final class Waiting {
    final byte[] content;
    final CompletableFuture<Boolean> kept = new CompletableFuture<>();

    Waiting(byte[] content) {
      this.content = content;
    }
  }

  /**
   * A way into a queue.
   *
   * @param patience how long somebody waits at most
   */
  Intake(Spool spool, Duration patience) {
    this.spool = spool;
    this.patience = patience;
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether an entry is on the disk now. Never fails. */
  boolean take(Entry entry) {
    Waiting mine = new Waiting(EntryBytes.of(entry));
    boolean fits = mine.content.length <= Frame.LONGEST;
    boolean kept = !closed && fits && waiting.offer(mine) && isKept(mine);
    (kept ? queued : failed).increment();
    return kept;
  }

  private boolean isKept(Waiting mine) {
    try {
      return mine.kept.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Entries that were taken. */
  long queued() {
    return queued.sum();
  }

  /** Entries that could not be taken. */
  long failed() {
    return failed.sum();
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>();
    while (!closed || !waiting.isEmpty()) {
      try {
        Waiting first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch);
          append(batch);
          batch.clear();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void append(List<Waiting> batch) {
    boolean kept = isAppended(batch.stream().map(one -> one.content).toList());
    batch.forEach(one -> one.kept.complete(kept));
  }

  private boolean isAppended(List<byte[]> contents) {
    try {
      spool.append(contents);
      if (troubled) {
        troubled = false;
        LOG.info("choices are recorded again");
      }
      return true;
    } catch (IOException | RuntimeException | Error e) {
      // Whatever it was, the next one may be kept: without this thread none would be.
      if (!troubled) {
        troubled = true;
        LOG.warn(
            "choices count but are not recorded, because the queue does not take them: {}",
            Reason.of(e));
      }
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    Threads.join(thread, Duration.ofSeconds(5));
  }
}
