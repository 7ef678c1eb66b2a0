package io.cookiegate.cli;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.cookiegate.diagnostic.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which the demonstration keeps receipts as long as it runs. A lock file in it says that
 * it does: the operating system lets go of the lock however the demonstration ends, and the next one
 * takes away what is left.
 */
final class DemoFolder {
  private static final String NAME = "cookie-gate-demo";
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;

  private DemoFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DemoFolder create() {
    try {
      return create(Path.of(System.getProperty("java.io.tmpdir")));
    } catch (IOException e) {
      throw new Failure("There is no place for temporary files: " + Reason.of(e) + ".", e);
    }
  }

  /** A new folder in another, from which those of demonstrations go that ended without an end. */
  static DemoFolder create(Path parent) throws IOException {
    deleteLeft(parent);
    Path path = Files.createTempDirectory(parent, NAME);
    FileChannel lock = FileChannel.open(path.resolve(LOCK), CREATE_NEW, WRITE);
    if (lock.tryLock() == null) {
      throw new IOException(path + " is taken");
    }
    return new DemoFolder(path, lock);
  }

  Path path() {
    return path;
  }

  /** Takes it away with all that is in it. */
  void delete() {
    try {
      lock.close();
      delete(path);
    } catch (IOException e) {
      throw new Failure("The folder " + path + " is left over: " + Reason.of(e) + ".", e);
    }
  }

  private static void deleteLeft(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(NAME) && isLeft(file)) {
          deleteIfPossible(file);
        }
      }
    }
  }

  /** Whether nobody holds its lock. One without a lock, or of somebody else, is not ours to judge. */
  private static boolean isLeft(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), WRITE, NOFOLLOW_LINKS);
        FileLock lock = channel.tryLock()) {
      return lock != null && Files.isDirectory(folder, NOFOLLOW_LINKS);
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  private static void deleteIfPossible(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      return; // another demonstration that begins is at it too, or the next one will be
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
