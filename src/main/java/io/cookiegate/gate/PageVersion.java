package io.cookiegate.gate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One body that a page came with, and what was made of it. */
final class PageVersion {
  private final byte[] source;
  private final byte[] made;
  private final Observations seen;
  private volatile Progress progress;
  private volatile @Nullable Recurring recurring;
  private boolean forgotten;

  private record Recurring(GateObserver observer, Recurrence recurrence) {}

  /**
   * @param progress how much was made of the first bytes, at several places
   * @param seen what the observer is told each time it goes out
   */
  PageVersion(byte[] source, byte[] made, Progress progress, Observations seen) {
    this.source = source;
    this.made = made;
    this.progress = progress;
    this.seen = seen;
  }

  int length() {
    return source.length;
  }

  int madeLength() {
    return made.length;
  }

  /** Tells an observer what there is to observe each time this goes out. */
  @SuppressWarnings("ReferenceEquality") // each observer counts for itself
  void tell(GateObserver observer) {
    Recurring known = recurring;
    if (known == null) {
      known = recurIn(observer);
    }
    if (known != null && known.observer == observer) {
      known.recurrence.again();
    } else {
      seen.tell(observer);
    }
  }

  private synchronized @Nullable Recurring recurIn(GateObserver observer) {
    if (recurring == null && !forgotten) {
      recurring = new Recurring(observer, observer.recurring(seen::tell));
    }
    return recurring;
  }

  /** It is not remembered any more; visitors who get it at this moment still do. */
  synchronized void forget() {
    forgotten = true;
    Recurring known = recurring;
    if (known != null) {
      known.recurrence.over();
    }
  }

  boolean isOf(PageVersion other) {
    return Arrays.equals(source, other.source);
  }

  /** Whether these bytes are the next ones. */
  boolean goesOn(int from, ByteBuffer bytes) {
    int more = bytes.remaining();
    return more <= source.length - from && ByteBuffer.wrap(source, from, more).equals(bytes);
  }

  /** Whether the first bytes are those of another version, which is as long at least. */
  boolean beginsLike(PageVersion other, int length) {
    return length <= source.length
        && (other == this || Arrays.equals(source, 0, length, other.source, 0, length));
  }

  ByteBuffer source(int from, int to) {
    return ByteBuffer.wrap(source, from, to - from).asReadOnlyBuffer();
  }

  ByteBuffer made(int from, int to) {
    return ByteBuffer.wrap(made, from, to - from).asReadOnlyBuffer();
  }

  /** How much is made of the first bytes, whatever follows; perhaps a little more. */
  int madeOf(int read) {
    return progress.madeOf(read);
  }

  /** Whether not a byte more is made of the first bytes than {@link #madeOf} says. */
  boolean isKnownAt(int read) {
    return progress.isKnownAt(read);
  }

  /** Upstreams that pause tend to pause there again. */
  void learn(int read, int madeOfIt) {
    progress = progress.with(read, madeOfIt);
  }

  int size() {
    return source.length + made.length + Progress.size(source.length) + seen.size();
  }
}
