package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and for how long visitors' choices are recorded.
 *
 * @param folder where the queue is kept, and the embedded database; it need not exist yet
 * @param database a JDBC URL; null for the embedded database
 * @param user who the database knows; null where it asks nobody
 * @param password likewise
 * @param retention how long a receipt is kept
 * @param queueBytes the most that may wait on the disk for the database
 */
public record Receipts(
    Path folder,
    @Nullable String database,
    @Nullable String user,
    @Nullable String password,
    Duration retention,
    int queueBytes) {
  public Receipts {
    requireNonNull(folder, "folder");
    requireNonNull(retention, "retention");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return (database == null ? "embedded" : database)
        + (user == null ? "" : " as " + user)
        + (password == null ? "" : " with a password")
        + ", queue of "
        + queueBytes
        + " in "
        + folder
        + ", kept "
        + retention;
  }
}
