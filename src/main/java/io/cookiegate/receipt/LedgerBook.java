package io.cookiegate.receipt;

import io.cookiegate.diagnostic.Reason;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger as operators read it, beside a running gate or without one. */
public final class LedgerBook implements AutoCloseable {
  private static final int FETCHED = 1000;
  private static final String EMPTIED =
      "SELECT seq FROM ledger_entry e WHERE kind = 'choice' AND receipt IS NULL AND NOT EXISTS"
          + " (SELECT 1 FROM ledger_entry x WHERE x.kind = 'erasure' AND x.subject = e.subject)"
          + " ORDER BY seq";
  private static final String KEPT =
      "SELECT seq FROM ledger_entry e WHERE kind = 'choice' AND receipt IS NOT NULL AND EXISTS"
          + " (SELECT 1 FROM ledger_entry x WHERE x.kind = 'erasure' AND x.subject = e.subject)"
          + " ORDER BY seq";

  private final LedgerSettings settings;
  private final Database database;

  private LedgerBook(LedgerSettings settings, Database database) {
    this.settings = settings;
    this.database = database;
  }

  /**
   * Opens the ledger's database.
   *
   * @throws LedgerException if it cannot be reached, or is embedded and not there
   */
  public static LedgerBook open(LedgerSettings settings) throws LedgerException {
    if (settings.database() == null && !Files.exists(settings.folder().resolve("ledger.mv.db"))) {
      throw new LedgerException("There is no ledger in " + settings.folder() + " yet.");
    }
    try {
      return new LedgerBook(settings, Database.open(settings));
    } catch (SQLException | RuntimeException e) {
      throw new LedgerException(
          "The ledger cannot be opened (" + settings + "): " + Reason.of(e) + ".", e);
    }
  }

  /** The book of a database that is open already. */
  static LedgerBook of(LedgerSettings settings, Database database) {
    return new LedgerBook(settings, database);
  }

  private interface Reading<T> {
    T in(Connection connection) throws SQLException;
  }

  /** All of one reading sees the ledger at one moment. */
  private <T> T read(Reading<T> reading) throws LedgerException {
    try (Connection connection = database.connection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      T result = reading.in(connection);
      connection.rollback();
      return result;
    } catch (SQLException e) {
      throw new LedgerException(
          "The ledger cannot be read (" + settings + "): " + Reason.of(e) + ".", e);
    }
  }

  /**
   * Looks at every entry.
   *
   * @param noted where the chain ended once, as it was noted then; null where it was not
   */
  public Verification verify(@Nullable Head noted) throws LedgerException {
    return read(
        connection -> {
          ChainCheck check = new ChainCheck(Head.read(connection), noted);
          String all = "SELECT " + Row.COLUMNS + " FROM ledger_entry ORDER BY seq";
          rows(connection, all, row -> check.meet(new Row(row)));
          rows(connection, EMPTIED, row -> check.emptied(row.getLong(1)));
          rows(connection, KEPT, row -> check.kept(row.getLong(1)));
          return check.result();
        });
  }

  private interface OnRow {
    void accept(ResultSet row) throws SQLException;
  }

  private static void rows(Connection connection, String query, OnRow on) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setFetchSize(FETCHED);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          on.accept(rows);
        }
      }
    }
  }

  /** Gives every receipt that was not erased, the oldest entry first. */
  public void export(Consumer<Receipt> to) throws LedgerException {
    String choices =
        "SELECT " + Row.COLUMNS + " FROM ledger_entry WHERE kind = 'choice' ORDER BY seq";
    read(
        connection -> {
          rows(
              connection,
              choices,
              row -> {
                Receipt receipt = new Row(row).receipt();
                if (receipt != null) {
                  to.accept(receipt);
                }
              });
          return choices;
        });
  }

  /** What the ledger says of an id. */
  public sealed interface Found {
    /** It has the receipt. */
    record There(Receipt receipt, long seq) implements Found {}

    /** It had it, or was told to erase it before it came. */
    record Erased(Instant time, String by) implements Found {}

    /** It does not know of it. */
    record Unknown() implements Found {}
  }

  /** Looks for a receipt. */
  public Found find(UUID id) throws LedgerException {
    return read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT "
                      + Row.COLUMNS
                      + " FROM ledger_entry WHERE subject = ? ORDER BY seq DESC")) {
            select.setString(1, Digests.subject(id));
            try (ResultSet rows = select.executeQuery()) {
              return rows.next() ? found(new Row(rows)) : new Found.Unknown();
            }
          }
        });
  }

  private static Found found(Row row) throws SQLException {
    Receipt receipt = row.receipt();
    if (receipt != null) {
      return new Found.There(receipt, row.link().seq());
    }
    Instant time = row.time();
    return time == null ? new Found.Unknown() : new Found.Erased(time, row.reason());
  }

  /** Erases a receipt, now or when it comes. */
  public void erase(UUID id) throws LedgerException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    try {
      new Store(database).write(List.of(new Entry.Erased(id, now, Entry.Reason.OPERATOR)));
    } catch (SQLException e) {
      throw new LedgerException(
          "The ledger cannot be written (" + settings + "): " + Reason.of(e) + ".", e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
