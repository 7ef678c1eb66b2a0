package io.cookiegate.coding;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one body's way through a coding and back needs while it is under way: some hundred kilobytes,
 * used again for the next body.
 *
 * <p>Only so many bodies have one at a time as the heap can bear. What a body left in it is not
 * erased but out of reach: a match may go back to its stream's first byte, and no further.
 */
final class Recoder {
  /** What one holds with a page of usual length, and a little more. */
  private static final int USUAL = 400 << 10;

  /** At most this part of the heap is for all of them. */
  private static final int PART_OF_HEAP = 6;

  /** So many wait for their next body. */
  private static final int MOST_IDLE = 4;

  static final int MOST =
      (int) Math.max(2, Math.min(1000, Runtime.getRuntime().maxMemory() / PART_OF_HEAP / USUAL));

  private static final AtomicInteger LENT = new AtomicInteger();
  private static final ArrayBlockingQueue<Recoder> IDLE = new ArrayBlockingQueue<>(MOST_IDLE);

  private final Original original = new Original();
  final TokenDecoder decoder = new TokenDecoder(original);
  final TokenEncoder encoder = new TokenEncoder(original);

  private Recoder() {}

  /** One to be given back; null where too many are lent. */
  static @Nullable Recoder borrow() {
    if (LENT.incrementAndGet() > MOST) {
      LENT.decrementAndGet();
      return null;
    }
    Recoder idle = IDLE.poll();
    return idle == null ? new Recoder() : idle;
  }

  void giveBack() {
    LENT.decrementAndGet();
    if (original.size() + encoder.size() <= USUAL) {
      original.clear();
      encoder.clear();
      IDLE.offer(this);
    }
  }

  /** How many are lent. */
  static int lent() {
    return LENT.get();
  }
}
