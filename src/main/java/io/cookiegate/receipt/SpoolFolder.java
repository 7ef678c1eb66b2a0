package io.cookiegate.receipt;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one process's queue, {@code queue-1} and so on: each belongs to who holds its lock.
 * Queues of processes that are gone are taken over.
 */
final class SpoolFolder implements Closeable {
  private static final int MOST = 64;
  private static final Pattern SEGMENT = Pattern.compile("[0-9]{16}\\.entries");

  private final Path folder;
  private final FileChannel lock;
  private final Disk disk;

  private SpoolFolder(Path folder, FileChannel lock, Disk disk) {
    this.folder = folder;
    this.lock = lock;
    this.disk = disk;
  }

  /** The first folder that nobody holds, with all that was left in such folders. */
  static SpoolFolder take(Path parent, Disk disk) throws IOException {
    for (int i = 1; i <= MOST; i++) {
      SpoolFolder own = lock(parent.resolve("queue-" + i), disk);
      if (own != null) {
        return own.adopting(parent, i);
      }
    }
    throw new IOException(MOST + " gates keep their queues there already");
  }

  private static @Nullable SpoolFolder lock(Path folder, Disk disk) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new SpoolFolder(folder, channel, disk);
      }
    } catch (OverlappingFileLockException e) {
      // Another ledger of this process holds it, which is the same as another process.
    }
    channel.close();
    return null;
  }

  private SpoolFolder adopting(Path parent, int own) throws IOException {
    try {
      adopt(parent, own);
      return this;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void adopt(Path parent, int own) throws IOException {
    for (int i = own + 1; i <= MOST; i++) {
      Path other = parent.resolve("queue-" + i);
      SpoolFolder left = Files.isDirectory(other) ? lock(other, disk) : null;
      if (left != null) {
        try (left) {
          moveFrom(left);
        }
      }
    }
  }

  private void moveFrom(SpoolFolder other) throws IOException {
    for (Path file : other.segments()) {
      Files.move(file, next());
    }
    disk.sync(folder);
  }

  /** The files of the queue, the oldest first. */
  List<Path> segments() throws IOException {
    return segments(folder);
  }

  static List<Path> segments(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(SpoolFolder::isSegment).sorted().toList();
    }
  }

  // An operator's copy of one is none.
  private static boolean isSegment(Path file) {
    return SEGMENT.matcher(file.getFileName().toString()).matches();
  }

  /** Where the next file of the queue goes. */
  private Path next() throws IOException {
    List<Path> segments = segments();
    long last = segments.isEmpty() ? 0 : number(segments.get(segments.size() - 1));
    return folder.resolve(String.format(Locale.ROOT, "%016d.entries", last + 1));
  }

  private static long number(Path segment) {
    return Long.parseLong(segment.getFileName().toString().replace(".entries", ""));
  }

  /** A new file at the end of the queue, which outlasts a loss of power. */
  Segment create() throws IOException {
    Segment segment = Segment.create(next(), disk);
    try {
      disk.sync(folder);
      return segment;
    } catch (IOException e) {
      segment.delete();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
