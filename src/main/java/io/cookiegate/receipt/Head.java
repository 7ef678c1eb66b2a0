package io.cookiegate.receipt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain ends.
 *
 * @param seq the place of the last entry; 0 where there is none
 * @param hash its hash; zeros where there is none
 */
public record Head(long seq, String hash) {
  /** The head of a ledger without entries. */
  static final Head START = new Head(0, "0".repeat(64));

  static Head read(Connection connection) throws SQLException {
    return read(connection, "SELECT seq, hash FROM ledger_head WHERE chain = 1");
  }

  /** Reads it, and makes every other writer wait until this transaction ends. */
  static Head lock(Connection connection) throws SQLException {
    return read(connection, "SELECT seq, hash FROM ledger_head WHERE chain = 1 FOR UPDATE");
  }

  private static Head read(Connection connection, String query) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet rows = select.executeQuery()) {
      if (!rows.next()) {
        throw new SQLException("the table ledger_head is empty");
      }
      return new Head(rows.getLong(1), rows.getString(2));
    }
  }

  void write(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE ledger_head SET seq = ?, hash = ? WHERE chain = 1")) {
      update.setLong(1, seq);
      update.setString(2, hash);
      update.executeUpdate();
    }
  }

  /** The link that follows with an entry. */
  Link next(Link.Kind kind, @Nullable String subject, String digest) {
    return new Link(
        seq + 1, kind, subject, digest, hash, Link.hash(hash, seq + 1, kind, subject, digest));
  }

  static Head of(Link last) {
    return new Head(last.seq(), last.hash());
  }

  /** As operators note it: {@code 17:5ab0…}. */
  @Override
  public String toString() {
    return seq + ":" + hash;
  }
}
