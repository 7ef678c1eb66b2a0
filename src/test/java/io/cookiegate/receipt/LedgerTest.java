package io.cookiegate.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/none";

  @TempDir private Path folder;

  private static LedgerSettings away(Path folder, long queueBytes) {
    return new LedgerSettings(folder, NOWHERE, "gate", null, Duration.ofDays(1), queueBytes);
  }

  private List<Receipt> written() throws LedgerException {
    List<Receipt> all = new ArrayList<>();
    try (LedgerBook book = LedgerBook.open(Receipts.embedded(folder))) {
      assertEquals(List.of(), book.verify(null).problems());
      book.export(all::add);
    }
    return all;
  }

  @Test
  void aReceiptThatWasTakenIsInTheLedger() throws LedgerException {
    Receipt receipt = Receipts.one();
    Receipt unwanted = Receipts.one();
    try (Ledger ledger = Receipts.open(Receipts.embedded(folder))) {
      assertTrue(ledger.take(receipt));
      assertTrue(ledger.take(unwanted));
      assertTrue(ledger.erase(unwanted.id()));
      assertEquals(3, ledger.counts().queued());
      assertEquals(0, ledger.counts().failed());
    }
    assertEquals(List.of(receipt), written());
  }

  @Test
  void choicesAreTakenWhileTheDatabaseIsAwayAndWrittenWhenItIsBack() throws LedgerException {
    Receipt receipt = Receipts.one();
    try (Ledger ledger = Receipts.open(away(folder, 1 << 20))) {
      long before = System.nanoTime();
      assertTrue(ledger.take(receipt));
      // For a database that is away it is five seconds that are waited.
      assertTrue(System.nanoTime() - before < 5_000_000_000L, "the visitor waited");
      assertTrue(ledger.counts().waitingBytes() > 0);
      assertEquals(0, ledger.counts().written());
    }
    Receipts.drain(Receipts.embedded(folder));
    assertEquals(List.of(receipt), written());
  }

  @Test
  void whatDoesNotFitIsNotAcknowledged() throws LedgerException {
    int taken = 0;
    try (Ledger ledger = Receipts.open(away(folder, 1000))) {
      while (taken < 100 && ledger.take(Receipts.one())) {
        taken++;
      }
      assertFalse(ledger.take(Receipts.one()));
      assertEquals(2, ledger.counts().failed());
    }
    assertTrue(taken > 2, taken + " were taken");
    Receipts.drain(Receipts.embedded(folder));
    assertEquals(taken, written().size());
  }

  @Test
  void nothingIsAcknowledgedBeforeItIsForcedToTheDisk() throws Exception {
    ForgetfulDisk disk = new ForgetfulDisk();
    CountDownLatch forced = new CountDownLatch(1);
    disk.beforeForce = () -> awaitQuietly(forced);
    LedgerSettings settings = away(folder, 1 << 20);
    try (Ledger ledger = Ledger.open(settings, Duration.ofMillis(300), disk)) {
      assertFalse(ledger.take(Receipts.one()), "acknowledged while the disk was at work");
      forced.countDown();
      disk.broken = true;
      assertFalse(ledger.take(Receipts.one()), "acknowledged though the disk refused");
      disk.broken = false;
      assertTrue(isTakenAgain(ledger));
    }
  }

  // A real disk that others use may take longer than this ledger's patience.
  private static boolean isTakenAgain(Ledger ledger) {
    for (int i = 0; i < 50; i++) {
      if (ledger.take(Receipts.one())) {
        return true;
      }
    }
    return false;
  }

  @Test
  void anErrorEndsOnlyWhatItHits() throws Exception {
    ForgetfulDisk disk = new ForgetfulDisk();
    try (Ledger ledger = Ledger.open(away(folder, 1 << 20), Duration.ofSeconds(30), disk)) {
      disk.beforeForce =
          () -> {
            throw new OutOfMemoryError("for a moment");
          };
      assertFalse(ledger.take(Receipts.one()));
      disk.beforeForce = () -> {};
      assertTrue(ledger.take(Receipts.one()));
    }
  }

  @Test
  void whatWouldNotBeReadAgainIsNotAcknowledged() throws LedgerException {
    SortedSet<String> purposes = new TreeSet<>();
    for (int i = 0; i < 9000; i++) {
      purposes.add("~service" + i);
    }
    Receipt one = Receipts.one();
    Receipt large =
        new Receipt(
            one.id(), one.time(), one.site(), one.choice(), purposes, "", one.language(), false);
    try (Ledger ledger = Receipts.open(Receipts.embedded(folder))) {
      assertFalse(ledger.take(large));
      assertTrue(ledger.take(Receipts.one()));
    }
    assertEquals(1, written().size());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void twoGatesOfOneMachineShareALedger() throws LedgerException {
    try (Ledger first = Receipts.open(Receipts.embedded(folder));
        Ledger second = Receipts.open(Receipts.embedded(folder))) {
      assertTrue(first.take(Receipts.one()));
      assertTrue(second.take(Receipts.one()));
    }
    assertEquals(2, written().size());
  }

  @Test
  void aMigrationThatWasCutOffIsRunAgain() throws Exception {
    LedgerSettings settings = Receipts.embedded(folder);
    try (Database database = Database.open(settings);
        Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE ledger_head");
      statement.execute("UPDATE \"ledger_schema\" SET \"success\" = FALSE");
      connection.commit();
    }
    try (Ledger ledger = Receipts.open(settings)) {
      assertTrue(ledger.take(Receipts.one()));
    }
    assertEquals(1, written().size());
  }

  @Test
  void aFolderThatCannotBeUsedIsRefusedInOneSentence() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    LedgerException refused =
        assertThrows(LedgerException.class, () -> Receipts.open(Receipts.embedded(file)));
    assertTrue(
        refused.getMessage().matches("Receipts cannot be kept in .*file: .*\\."),
        refused.getMessage());
  }

  @Test
  void aDatabaseThatIsAwayIsToldInOneSentence() {
    LedgerException refused =
        assertThrows(LedgerException.class, () -> LedgerBook.open(away(folder, 1000)));
    assertTrue(
        refused
            .getMessage()
            .startsWith("The ledger cannot be opened (receipts in " + NOWHERE + "): "),
        refused.getMessage());
  }

  @Test
  void whereNothingWasRecordedThereIsNoLedger() {
    LedgerException refused =
        assertThrows(
            LedgerException.class, () -> LedgerBook.open(Receipts.embedded(folder.resolve("x"))));
    assertEquals("There is no ledger in " + folder.resolve("x") + " yet.", refused.getMessage());
  }
}
