package io.cookiegate.receipt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writing of the ledger: each call is one transaction that is on the disk when it returns. */
final class Store {
  private static final String ERASE =
      "UPDATE ledger_entry SET at_time = NULL, receipt = NULL, salt = NULL, site = NULL,"
          + " choice = NULL, purposes = NULL, classification = NULL, language = NULL, gpc = NULL"
          + " WHERE kind = 'choice' AND subject = ?";
  private static final int REMOVED_AT_ONCE = 20_000;

  private final Database database;

  Store(Database database) {
    this.database = database;
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private <T> T transaction(Work<T> work) throws SQLException {
    try (Connection connection = database.connection()) {
      try {
        T result = work.in(connection);
        connection.commit();
        database.sync(connection);
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private static void rollBack(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Writes entries. One that is there already is not written again, and a receipt that was erased
   * before it came never is.
   *
   * @return how many were new
   */
  int write(List<Entry> entries) throws SQLException {
    return transaction(connection -> write(connection, entries));
  }

  private static int write(Connection connection, List<Entry> entries) throws SQLException {
    List<String> erased = new ArrayList<>();
    int written = 0;
    try (Inserts inserts = new Inserts(connection)) {
      Known known = Known.of(connection, entries);
      for (Entry entry : entries) {
        String subject = Digests.subject(entry.id());
        if (entry instanceof Entry.Made made && known.addChoice(subject)) {
          inserts.choice(made.receipt(), subject);
          written++;
        } else if (entry instanceof Entry.Erased wish && known.addErasure(subject)) {
          inserts.erasure(wish, subject);
          erased.add(subject);
          written++;
        }
      }
      if (written > 0) {
        inserts.flush();
        erase(connection, erased);
      }
    }
    return written;
  }

  private static void erase(Connection connection, List<String> subjects) throws SQLException {
    if (subjects.isEmpty()) {
      return;
    }
    try (PreparedStatement erase = connection.prepareStatement(ERASE)) {
      for (String subject : subjects) {
        erase.setString(1, subject);
        erase.addBatch();
      }
      erase.executeBatch();
    }
  }

  /** The subjects that the ledger has already. */
  private record Known(Set<String> choices, Set<String> erasures) {
    static Known of(Connection connection, List<Entry> entries) throws SQLException {
      Known known = new Known(new HashSet<>(), new HashSet<>());
      String marks = String.join(", ", Collections.nCopies(entries.size(), "?"));
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT kind, subject FROM ledger_entry WHERE kind IN ('choice', 'erasure')"
                  + " AND subject IN ("
                  + marks
                  + ")")) {
        for (int i = 0; i < entries.size(); i++) {
          select.setString(i + 1, Digests.subject(entries.get(i).id()));
        }
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            boolean choice = Link.Kind.of(rows.getString(1)) == Link.Kind.CHOICE;
            (choice ? known.choices : known.erasures).add(rows.getString(2));
          }
        }
      }
      return known;
    }

    boolean addChoice(String subject) {
      return !erasures.contains(subject) && choices.add(subject);
    }

    boolean addErasure(String subject) {
      return erasures.add(subject);
    }
  }

  /**
   * Removes the oldest entries, as far as all of them are older than a time, and notes in the chain
   * what was removed.
   *
   * @return how many were removed
   */
  int removeBefore(Instant oldest, Instant now) throws SQLException {
    Instant limit = oldest.truncatedTo(ChronoUnit.MILLIS);
    Instant noted = now.truncatedTo(ChronoUnit.MILLIS);
    int all = 0;
    int removed;
    do {
      removed = transaction(connection -> removeSome(connection, limit, noted));
      all += removed;
    } while (removed > REMOVED_AT_ONCE);
    return all;
  }

  private static int removeSome(Connection connection, Instant oldest, Instant now)
      throws SQLException {
    try (Inserts inserts = new Inserts(connection)) {
      Head last = lastBefore(connection, oldest, inserts.head());
      if (last == null) {
        return 0;
      }
      inserts.retention(now, last);
      inserts.flush();
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM ledger_entry WHERE seq <= ?")) {
        delete.setLong(1, last.seq());
        return delete.executeUpdate();
      }
    }
  }

  /** The last entry that goes; null where none does. */
  private static @Nullable Head lastBefore(Connection connection, Instant oldest, Head head)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT seq, hash FROM ledger_entry WHERE seq <= (SELECT min(seq) FROM ledger_entry) + ?"
                + " AND seq < COALESCE((SELECT min(seq) FROM ledger_entry WHERE at_time >= ?), ?)"
                + " ORDER BY seq DESC FETCH FIRST 1 ROW ONLY")) {
      select.setLong(1, REMOVED_AT_ONCE);
      select.setObject(2, OffsetDateTime.ofInstant(oldest, ZoneOffset.UTC));
      select.setLong(3, head.seq() + 1);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? new Head(rows.getLong(1), rows.getString(2)) : null;
      }
    }
  }
}
