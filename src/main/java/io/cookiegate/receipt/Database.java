package io.cookiegate.receipt;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.cookiegate.diagnostic.Reason;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The database of the ledger: its connections, with its tables in their newest form. */
final class Database implements AutoCloseable {
  private static final String BIND_ADDRESS = "h2.bindAddress";
  private static final String EMBEDDED = "ledger";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HikariDataSource source;
  private final boolean embedded;

  private Database(HikariDataSource source, boolean embedded) {
    this.source = source;
    this.embedded = embedded;
  }

  /**
   * Connects and brings the tables to their newest form.
   *
   * @throws SQLException if it cannot be reached or does not fit
   */
  static Database open(LedgerSettings settings) throws SQLException {
    String url = url(settings);
    HikariDataSource source = null;
    try {
      source = new HikariDataSource(config(settings, url));
      migrate(source, isH2(url));
      return new Database(source, isH2(url));
    } catch (FlywayException | HikariPool.PoolInitializationException e) {
      close(source);
      throw new SQLException(Reason.of(e), e);
    } catch (RuntimeException e) {
      close(source);
      throw e;
    }
  }

  /** Whether there is one to be opened, rather than to be made. */
  static boolean isThere(LedgerSettings settings) {
    return settings.database() != null
        || Files.exists(settings.folder().resolve(EMBEDDED + ".mv.db"));
  }

  private static void migrate(HikariDataSource source, boolean embedded) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:io/cookiegate/receipt/migration")
            .table("ledger_schema")
            .failOnMissingLocations(true)
            .load();
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      if (!embedded) {
        throw e;
      }
      // An earlier one was cut off by a kill or a full disk, and here that is not undone by itself.
      flyway.repair();
      flyway.migrate();
    }
  }

  private static void close(@Nullable HikariDataSource source) {
    if (source != null) {
      source.close();
    }
  }

  private static String url(LedgerSettings settings) {
    String database = settings.database();
    if (database != null) {
      return database;
    }
    // The server of H2's mixed mode lets commands read the file while a gate has it open. It would
    // listen on every address; commands run on the gate's own machine.
    if (System.getProperty(BIND_ADDRESS) == null) {
      System.setProperty(BIND_ADDRESS, "127.0.0.1");
    }
    return "jdbc:h2:file:"
        + settings.folder().toAbsolutePath().resolve(EMBEDDED)
        + ";AUTO_SERVER=TRUE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
  }

  private static boolean isH2(String url) {
    return url.startsWith("jdbc:h2:");
  }

  private static HikariConfig config(LedgerSettings settings, String url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("receipts");
    config.setJdbcUrl(url);
    config.setUsername(settings.user() == null ? (isH2(url) ? "sa" : null) : settings.user());
    config.setPassword(settings.password() == null ? (isH2(url) ? "" : null) : settings.password());
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(0);
    config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setAutoCommit(false);
    if (!isH2(url)) {
      // What is committed must outlast the server's crash, because it leaves the queue then.
      config.setConnectionInitSql("SET synchronous_commit = on");
      config.addDataSourceProperty("ApplicationName", "cookie-gate");
      config.addDataSourceProperty("socketTimeout", "60");
      config.addDataSourceProperty("tcpKeepAlive", "true");
    }
    return config;
  }

  Connection connection() throws SQLException {
    return source.getConnection();
  }

  /** Makes what was committed outlast a loss of power, where committing alone does not. */
  void sync(Connection connection) throws SQLException {
    if (embedded) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT SYNC");
      }
    }
  }

  /** A JDBC URL without what may be a secret. */
  static String shown(String url) {
    int query = url.indexOf('?');
    int semicolon = url.indexOf(';');
    int end = query < 0 ? url.length() : query;
    return url.substring(0, semicolon < 0 ? end : Math.min(end, semicolon));
  }

  @Override
  public void close() {
    source.close();
  }
}
