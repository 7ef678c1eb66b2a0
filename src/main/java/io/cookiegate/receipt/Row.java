package io.cookiegate.receipt;

import static java.util.Objects.requireNonNull;

import io.cookiegate.consent.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as the database has it, which need not be as it was written. */
final class Row {
  static final String COLUMNS =
      "seq, kind, subject, digest, previous, hash, at_time, receipt, salt, site, choice, purposes,"
          + " classification, language, gpc, reason, removed_to, removed_hash";

  private final ResultSet row;

  Row(ResultSet row) {
    this.row = row;
  }

  /**
   * Its link.
   *
   * @throws IllegalArgumentException if its kind is none
   */
  Link link() throws SQLException {
    return new Link(
        row.getLong("seq"),
        Link.Kind.of(row.getString("kind")),
        row.getString("subject"),
        row.getString("digest"),
        row.getString("previous"),
        row.getString("hash"));
  }

  /** Whether it is a choice whose content was taken out. */
  boolean isEmptied() throws SQLException {
    return row.getString("kind").equals(Link.Kind.CHOICE.word())
        && row.getString("receipt") == null;
  }

  /** The digest that its content has now; null where it is not complete. */
  @Nullable String digestNow() throws SQLException {
    Instant time = time();
    if (time == null) {
      return null;
    }
    return switch (link().kind()) {
      case CHOICE -> choiceDigest();
      case ERASURE -> Digests.erasure(time, String.valueOf(row.getString("reason")));
      case RETENTION -> Digests.retention(time, removed());
    };
  }

  private @Nullable String choiceDigest() throws SQLException {
    Receipt receipt = receipt();
    String salt = row.getString("salt");
    return receipt == null || salt == null ? null : Digests.choice(receipt, salt);
  }

  /** In a retention, the last entry that was removed. */
  Head removed() throws SQLException {
    return new Head(row.getLong("removed_to"), String.valueOf(row.getString("removed_hash")));
  }

  @Nullable Instant time() throws SQLException {
    OffsetDateTime time = row.getObject("at_time", OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  String reason() throws SQLException {
    return String.valueOf(row.getString("reason"));
  }

  /** The receipt; null where it was erased or makes no sense. */
  @Nullable Receipt receipt() throws SQLException {
    Instant time = time();
    if (time == null || row.getString("receipt") == null) {
      return null;
    }
    try {
      return new Receipt(
          UUID.fromString(row.getString("receipt")),
          time,
          requireNonNull(row.getString("site")),
          Decision.valueOf(row.getString("choice").toUpperCase(Locale.ROOT)),
          new TreeSet<>(Arrays.asList(purposes(row.getString("purposes")))),
          requireNonNull(row.getString("classification")),
          requireNonNull(row.getString("language")),
          row.getBoolean("gpc"));
    } catch (IllegalArgumentException | NullPointerException e) {
      return null;
    }
  }

  private static String[] purposes(String list) {
    return list.isEmpty() ? new String[0] : list.split("\\.", -1);
  }
}
