package io.cookiegate.receipt;

import io.cookiegate.consent.PurposeList;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The appending of entries to the chain within one transaction that holds its head. */
final class Inserts implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String INSERT =
      "INSERT INTO ledger_entry (seq, kind, subject, digest, previous, hash, at_time, receipt, salt,"
          + " site, choice, purposes, classification, language, gpc, reason, removed_to,"
          + " removed_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final int FIRST_OWN = 8;
  private static final int LAST = 18;

  private final Connection connection;
  private final PreparedStatement insert;
  private Head head;

  Inserts(Connection connection) throws SQLException {
    this.connection = connection;
    this.head = Head.lock(connection);
    this.insert = connection.prepareStatement(INSERT);
  }

  Head head() {
    return head;
  }

  void choice(Receipt receipt, String subject) throws SQLException {
    String salt = salt();
    link(Link.Kind.CHOICE, subject, Digests.choice(receipt, salt), receipt.time());
    insert.setString(FIRST_OWN, receipt.id().toString());
    insert.setString(9, salt);
    insert.setString(10, receipt.site());
    insert.setString(11, receipt.choice().word());
    insert.setString(12, PurposeList.of(receipt.purposes()));
    insert.setString(13, receipt.classification());
    insert.setString(14, receipt.language());
    insert.setBoolean(15, receipt.globalPrivacyControl());
    insert.addBatch();
  }

  private static String salt() {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  void erasure(Entry.Erased erased, String subject) throws SQLException {
    String reason = erased.reason().name().toLowerCase(Locale.ROOT);
    link(Link.Kind.ERASURE, subject, Digests.erasure(erased.time(), reason), erased.time());
    insert.setString(16, reason);
    insert.addBatch();
  }

  void retention(Instant time, Head removed) throws SQLException {
    link(Link.Kind.RETENTION, null, Digests.retention(time, removed), time);
    insert.setLong(17, removed.seq());
    insert.setString(18, removed.hash());
    insert.addBatch();
  }

  private void link(Link.Kind kind, @Nullable String subject, String digest, Instant at)
      throws SQLException {
    Link link = head.next(kind, subject, digest);
    head = Head.of(link);
    insert.setLong(1, link.seq());
    insert.setString(2, kind.word());
    insert.setString(3, subject);
    insert.setString(4, digest);
    insert.setString(5, link.previous());
    insert.setString(6, link.hash());
    insert.setObject(7, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    clearOwn();
  }

  private void clearOwn() throws SQLException {
    for (int i = FIRST_OWN; i <= LAST; i++) {
      int type = i == 15 ? Types.BOOLEAN : i == 17 ? Types.BIGINT : Types.VARCHAR;
      insert.setNull(i, type);
    }
  }

  /** Sends the entries and the new head; the caller commits. */
  void flush() throws SQLException {
    insert.executeBatch();
    head.write(connection);
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
