package io.cookiegate.receipt;

import io.cookiegate.diagnostic.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/**
 * The ledger of a running gate. A choice is taken by writing it to a queue on disk; from there it is
 * carried to the database, when that can be reached. Safe for use by many threads.
 */
public final class Ledger implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** The longest that a visitor waits for the disk. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final Spool spool;
  private final Intake intake;
  private final Scribe scribe;

  private Ledger(Spool spool, Intake intake, Scribe scribe) {
    this.spool = spool;
    this.intake = intake;
    this.scribe = scribe;
  }

  /**
   * Opens the queue, and begins to carry what is in it to the database. The database need not be
   * there.
   *
   * @throws LedgerException if the folder cannot be used, or a library is missing
   */
  public static Ledger open(LedgerSettings settings) throws LedgerException {
    return open(settings, PATIENCE);
  }

  static Ledger open(LedgerSettings settings, Duration patience) throws LedgerException {
    return open(settings, patience, Disk.REAL);
  }

  static Ledger open(LedgerSettings settings, Duration patience, Disk disk) throws LedgerException {
    Libraries.require(settings.database());
    try {
      createFolder(settings.folder());
      Spool spool = Spool.open(settings.folder(), settings.queueBytes(), disk);
      return new Ledger(spool, new Intake(spool, patience), new Scribe(settings, spool));
    } catch (IOException e) {
      throw new LedgerException(
          "Receipts cannot be kept in " + settings.folder() + ": " + Reason.of(e) + ".", e);
    }
  }

  private static void createFolder(Path folder) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && !Files.isDirectory(folder)) {
      Files.createDirectories(folder, OWNER_ONLY);
    }
    Files.createDirectories(folder);
  }

  /**
   * Takes the receipt of a choice. Does not wait for the database.
   *
   * @return whether it is on the disk, and so will be in the ledger whatever happens to this process
   */
  public boolean take(Receipt receipt) {
    return take(new Entry.Made(receipt));
  }

  /**
   * Takes a visitor's wish to have a receipt erased.
   *
   * @return whether it is on the disk, and so will be done
   */
  public boolean erase(UUID id) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return take(new Entry.Erased(id, now, Entry.Reason.VISITOR));
  }

  private boolean take(Entry entry) {
    boolean taken = intake.take(entry);
    scribe.wake();
    return taken;
  }

  /** What it has done so far. */
  public LedgerCounts counts() {
    return new LedgerCounts(
        intake.queued(), scribe.written(), intake.failed(), spool.bytes(), scribe.isAway());
  }

  /** Takes nothing more, writes what waits where that can be done at once, and ends. */
  @Override
  public void close() {
    intake.close();
    scribe.close();
    try {
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
