package io.cookiegate.receipt;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and for how long choices are recorded.
 *
 * @param folder where the queue is kept, and the embedded database
 * @param database a JDBC URL of PostgreSQL or H2; null for the embedded one in the folder
 * @param user who the database knows; null where the URL says it or nobody is asked
 * @param password likewise
 * @param retention how long a receipt is kept
 * @param queueBytes the most that the queue takes on the disk
 */
public record LedgerSettings(
    Path folder,
    @Nullable String database,
    @Nullable String user,
    @Nullable String password,
    Duration retention,
    long queueBytes) {
  public LedgerSettings {
    requireNonNull(folder, "folder");
    requireNonNull(retention, "retention");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "receipts in " + (database == null ? folder : Database.shown(database));
  }
}
