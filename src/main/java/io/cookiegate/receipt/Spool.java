package io.cookiegate.receipt;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue on disk: what was appended outlasts the process and the machine's power. One thread
 * appends, one reads; what was read is there until it is said to be done with.
 */
final class Spool implements Closeable {
  private static final int SEGMENT = 1 << 20;

  private final SpoolFolder folder;
  private final long most;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private @Nullable Segment current;

  private Spool(SpoolFolder folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /**
   * Opens the queue with what an earlier run left in it.
   *
   * @param most the bytes it may take on the disk
   */
  static Spool open(Path parent, long most) throws IOException {
    return open(parent, most, Disk.REAL);
  }

  static Spool open(Path parent, long most, Disk disk) throws IOException {
    Spool spool = new Spool(SpoolFolder.take(parent, disk), most);
    try {
      for (Path file : spool.folder.segments()) {
        spool.segments.add(Segment.left(file));
      }
      return spool;
    } catch (IOException e) {
      spool.folder.close();
      throw e;
    }
  }

  /**
   * Appends contents; they are on the disk when this returns.
   *
   * @throws IOException if there is no room, then none of them was appended
   */
  void append(List<byte[]> contents) throws IOException {
    int length = contents.stream().mapToInt(content -> content.length + Frame.OVERHEAD).sum();
    if (bytes() + length > most) {
      throw new IOException("the queue has its most of " + most + " bytes");
    }
    ByteBuffer frames = ByteBuffer.allocate(length);
    contents.forEach(content -> Frame.write(content, frames));
    current().append(frames.flip());
  }

  private synchronized Segment current() throws IOException {
    Segment segment = current;
    if (segment != null && segment.size() < SEGMENT) {
      return segment;
    }
    if (segment != null) {
      segment.close();
    }
    Segment next = folder.create();
    segments.add(next);
    current = next;
    return next;
  }

  /** The bytes that the queue has on the disk. */
  synchronized long bytes() {
    return segments.stream().mapToLong(Segment::size).sum();
  }

  /** The oldest contents that are not done, at most a number of them; none where nothing waits. */
  Segment.Batch next(int most) throws IOException {
    for (Segment oldest = oldest(); oldest != null; oldest = oldest()) {
      Segment.Batch batch = oldest.next(most);
      if (!batch.contents().isEmpty()) {
        return batch;
      }
      done(batch); // what a loss of power left of an entry, with nothing whole after it
    }
    return new Segment.Batch(List.of(), 0);
  }

  private synchronized @Nullable Segment oldest() throws IOException {
    for (Segment first = segments.peek(); first != null; first = segments.peek()) {
      if (!first.isRead()) {
        return first;
      }
      if (first == current) {
        return null;
      }
      segments.remove();
      first.delete();
    }
    return null;
  }

  /** What {@link #next} gave is where it belongs and needs no place here any more. */
  synchronized void done(Segment.Batch batch) {
    Segment first = segments.peek();
    if (first != null) {
      first.readUpTo(batch.end());
    }
  }

  /** Ends; an empty queue leaves no file. */
  @Override
  public synchronized void close() throws IOException {
    if (oldest() == null && current != null) {
      current.delete();
    } else if (current != null) {
      current.close();
    }
    folder.close();
  }
}
