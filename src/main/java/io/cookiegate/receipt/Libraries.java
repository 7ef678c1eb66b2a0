package io.cookiegate.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The libraries by which choices reach a database. Who uses the gate as a library brings them only
 * where choices are to be recorded, so that they may be missing.
 */
final class Libraries {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "com.zaxxer.hikari.HikariDataSource", "com.zaxxer:HikariCP",
          "org.flywaydb.core.Flyway", "org.flywaydb:flyway-core");
  private static final Map<String, String> EMBEDDED = Map.of("org.h2.Driver", "com.h2database:h2");
  private static final Map<String, String> POSTGRESQL =
      Map.of(
          "org.postgresql.Driver", "org.postgresql:postgresql",
          "org.flywaydb.database.postgresql.PostgreSQLDatabaseType",
              "org.flywaydb:flyway-database-postgresql");

  private Libraries() {}

  /**
   * Looks for all that a database needs. A driver that is found is known from then on, also where it
   * came with a web application: there nothing else looks for it.
   *
   * @param database a JDBC URL; null for the embedded one
   * @throws LedgerException where something is missing
   */
  static void require(@Nullable String database) throws LedgerException {
    List<String> missing = new ArrayList<>(missing(ALWAYS));
    if (database == null || database.startsWith("jdbc:h2:")) {
      missing.addAll(missing(EMBEDDED));
    } else if (database.startsWith("jdbc:postgresql:")) {
      missing.addAll(missing(POSTGRESQL));
    }
    if (!missing.isEmpty()) {
      throw new LedgerException(
          "Receipts cannot be kept without "
              + String.join(", ", missing)
              + ", which the class path does not have.");
    }
  }

  private static List<String> missing(Map<String, String> libraries) {
    return libraries.entrySet().stream()
        .filter(library -> !isThere(library.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name, true, Libraries.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
