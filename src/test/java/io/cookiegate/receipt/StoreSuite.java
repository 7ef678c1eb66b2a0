package io.cookiegate.receipt;

import static io.cookiegate.receipt.Receipts.erased;
import static io.cookiegate.receipt.Receipts.made;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of the ledger in every database; a class for each database runs it. */
abstract class StoreSuite {
  private Database database;
  private Store store;
  private LedgerBook book;

  /** A ledger of its own for each test. */
  abstract LedgerSettings settings() throws Exception;

  @BeforeEach
  void open() throws Exception {
    LedgerSettings settings = settings();
    database = Database.open(settings);
    store = new Store(database);
    book = LedgerBook.of(settings, database);
  }

  @AfterEach
  void close() {
    book.close();
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = database.connection();
        Statement run = connection.createStatement()) {
      assertTrue(run.executeUpdate(statement) > 0, "it changed nothing: " + statement);
      connection.commit();
    }
  }

  private List<Receipt> write(int count) throws SQLException {
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      receipts.add(Receipts.one());
    }
    assertEquals(count, store.write(receipts.stream().map(Receipts::made).toList()));
    return receipts;
  }

  private List<Receipt> exported() throws LedgerException {
    List<Receipt> all = new ArrayList<>();
    book.export(all::add);
    return all;
  }

  private List<String> problems() throws LedgerException {
    return book.verify(null).problems();
  }

  @Test
  void whatWasWrittenIsThere() throws Exception {
    List<Receipt> receipts = write(3);
    assertEquals(receipts, exported());
    Verification verification = book.verify(null);
    assertEquals(List.of(), verification.problems());
    assertEquals(3, verification.receipts());
    assertEquals(3, verification.head().seq());
    LedgerBook.Found.There found =
        assertInstanceOf(LedgerBook.Found.There.class, book.find(receipts.get(1).id()));
    assertEquals(receipts.get(1), found.receipt());
    assertInstanceOf(LedgerBook.Found.Unknown.class, book.find(UUID.randomUUID()));
  }

  @Test
  void anEmptyLedgerIsWhole() throws Exception {
    assertEquals(List.of(), problems());
    assertEquals(Head.START, book.verify(null).head());
  }

  @Test
  void whatComesTwiceIsWrittenOnce() throws Exception {
    Receipt receipt = Receipts.one();
    Receipt other = Receipts.one();
    assertEquals(1, store.write(List.of(made(receipt), made(receipt))));
    assertEquals(1, store.write(List.of(made(receipt), made(other))));
    assertEquals(List.of(receipt, other), exported());
    assertEquals(List.of(), problems());
  }

  @ParameterizedTest
  @CsvSource({
    "site, 'other.example'",
    "choice, 'granted'",
    "purposes, 'marketing'",
    "language, 'de'",
    "gpc, FALSE",
    "classification, 'x'",
    "at_time, '2020-01-01 00:00:00+00'",
    "salt, '00'",
    "receipt, '00000000-0000-4000-8000-000000000000'",
  })
  void aChangedReceiptShows(String column, String value) throws Exception {
    write(3);
    String literal = value.equals("FALSE") ? value : "'" + value + "'";
    sql("UPDATE ledger_entry SET " + column + " = " + literal + " WHERE seq = 2");
    assertEquals(List.of("What entry 2 says was changed."), problems());
  }

  @Test
  void aChangedReceiptWithAMatchingDigestShows() throws Exception {
    write(3);
    sql("UPDATE ledger_entry SET digest = '" + "0".repeat(64) + "' WHERE seq = 2");
    assertEquals(List.of("Entry 2 was changed.", "What entry 2 says was changed."), problems());
  }

  @Test
  void aForgedHashShowsAtTheNextEntry() throws Exception {
    write(3);
    sql("UPDATE ledger_entry SET hash = '" + "0".repeat(64) + "' WHERE seq = 2");
    assertEquals(
        List.of("Entry 2 was changed.", "Entry 3 does not follow from the one before."),
        problems());
  }

  @Test
  void aRemovedEntryShows() throws Exception {
    write(5);
    sql("DELETE FROM ledger_entry WHERE seq IN (2, 3)");
    assertEquals(List.of("Entries 2 to 3 are missing."), problems());
  }

  @Test
  void aRemovedBeginningShows() throws Exception {
    write(3);
    sql("DELETE FROM ledger_entry WHERE seq = 1");
    assertEquals(List.of("Entry 1 is missing."), problems());
  }

  @Test
  void aRemovedEndShows() throws Exception {
    write(3);
    sql("DELETE FROM ledger_entry WHERE seq = 3");
    assertEquals(List.of("The ledger should end with entry 3, and ends with entry 2."), problems());
  }

  @Test
  void aLedgerWrittenAnewShowsByWhatWasNoted() throws Exception {
    write(3);
    Head noted = book.verify(null).head();
    write(1);
    assertTrue(book.verify(noted).isWhole());
    sql("DELETE FROM ledger_entry");
    sql("UPDATE ledger_head SET seq = 0, hash = '" + "0".repeat(64) + "'");
    write(4);
    assertTrue(book.verify(null).isWhole());
    assertEquals(List.of("Entry 3 is not the one that was noted."), book.verify(noted).problems());
  }

  @Test
  void anErasedReceiptIsGoneAndTheChainIsWhole() throws Exception {
    List<Receipt> receipts = write(3);
    assertEquals(1, store.write(List.of(erased(receipts.get(1)))));
    assertEquals(List.of(receipts.get(0), receipts.get(2)), exported());
    Verification verification = book.verify(null);
    assertEquals(List.of(), verification.problems());
    assertEquals(2, verification.receipts());
    assertEquals(1, verification.erased());
    assertInstanceOf(LedgerBook.Found.Erased.class, book.find(receipts.get(1).id()));
    assertEquals(0, store.write(List.of(erased(receipts.get(1)))));
  }

  @Test
  void nothingOfAnErasedReceiptIsLeft() throws Exception {
    Receipt receipt = write(1).get(0);
    book.erase(receipt.id());
    try (Connection connection = database.connection();
        Statement select = connection.createStatement();
        var rows = select.executeQuery("SELECT * FROM ledger_entry WHERE kind = 'choice'")) {
      assertTrue(rows.next());
      List<String> left = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        if (rows.getObject(i) != null) {
          left.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
        }
      }
      assertEquals(List.of("seq", "kind", "subject", "digest", "previous", "hash"), left);
    }
  }

  @Test
  void aReceiptThatCameAfterItsErasureIsNotWritten() throws Exception {
    Receipt receipt = Receipts.one();
    store.write(List.of(erased(receipt)));
    assertEquals(0, store.write(List.of(made(receipt))));
    assertEquals(List.of(), exported());
    assertEquals(List.of(), problems());
  }

  @Test
  void anErasedReceiptDoesNotComeBackWhenItIsDeliveredAgain() throws Exception {
    Receipt receipt = Receipts.one();
    List<Entry> both = List.of(made(receipt), erased(receipt));
    assertEquals(2, store.write(both));
    assertEquals(0, store.write(both));
    assertEquals(List.of(), exported());
    assertEquals(List.of(), problems());
  }

  @Test
  void aReceiptEmptiedByHandShows() throws Exception {
    write(2);
    sql("UPDATE ledger_entry SET receipt = NULL, salt = NULL, at_time = NULL WHERE seq = 1");
    assertEquals(List.of("Entry 1 was emptied, and no entry says why."), problems());
  }

  @Test
  void whatIsOldEnoughIsRemovedAndTheChainIsWhole() throws Exception {
    Instant now = Instant.now();
    List<Entry> old = new ArrayList<>();
    for (int day = 10; day > 0; day--) {
      old.add(made(Receipts.at(now.minus(Duration.ofDays(day)))));
    }
    store.write(old);
    assertEquals(5, store.removeBefore(now.minus(Duration.ofHours(5 * 24 + 12)), now));
    Verification verification = book.verify(null);
    assertEquals(List.of(), verification.problems());
    assertEquals(5, verification.receipts());
    assertEquals(5, verification.removed());
    assertEquals(0, store.removeBefore(now.minus(Duration.ofHours(5 * 24 + 12)), now));
    assertEquals(5, store.removeBefore(now, now));
    assertEquals(0, book.verify(null).receipts());
    assertEquals(List.of(), problems());
    write(1);
    assertEquals(List.of(), problems());
  }

  @Test
  void moreThanRetentionRemovedShows() throws Exception {
    Instant now = Instant.now();
    Instant old = now.minus(Duration.ofDays(9));
    store.write(List.of(made(Receipts.at(old)), made(Receipts.at(now)), made(Receipts.at(now))));
    store.removeBefore(now.minus(Duration.ofDays(1)), now);
    sql("DELETE FROM ledger_entry WHERE seq = 2");
    assertEquals(List.of("Entries 1 to 2 are missing."), problems());
  }

  @Test
  void manyGatesWriteOneChain() throws Exception {
    int gates = 4;
    int batches = 10;
    int each = 5;
    ExecutorService executor = Executors.newFixedThreadPool(gates);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int gate = 0; gate < gates; gate++) {
        done.add(executor.submit(() -> gate(batches, each)));
      }
      for (Future<?> one : done) {
        one.get(60, SECONDS);
      }
    } finally {
      executor.shutdownNow();
    }
    Verification verification = book.verify(null);
    assertEquals(List.of(), verification.problems());
    assertEquals((long) gates * batches * each, verification.receipts());
    assertNotNull(verification.head());
  }

  private Void gate(int batches, int each) throws Exception {
    try (Database own = Database.open(settings())) {
      for (int i = 0; i < batches; i++) {
        List<Entry> entries = new ArrayList<>();
        for (int j = 0; j < each; j++) {
          entries.add(made(Receipts.one()));
        }
        new Store(own).write(entries);
      }
    }
    return null;
  }

  @Test
  void aLargeBatchIsWritten() throws Exception {
    List<Receipt> receipts = write(500);
    assertEquals(receipts, exported());
  }
}
