package io.cookiegate.receipt;

import io.cookiegate.consent.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Receipts and settings that tests make up. */
final class Receipts {
  static final String VERSION = "0123456789abcdef".repeat(4);

  private Receipts() {}

  static Receipt one() {
    return at(Instant.now());
  }

  static Receipt at(Instant time) {
    return new Receipt(
        UUID.randomUUID(),
        time,
        "www.ciszere.example",
        Decision.REFUSED,
        new TreeSet<>(List.of("statistics", "marketing")),
        VERSION,
        "sv",
        true);
  }

  static Entry made(Receipt receipt) {
    return new Entry.Made(receipt);
  }

  static Entry erased(Receipt receipt) {
    return new Entry.Erased(
        receipt.id(), Instant.ofEpochMilli(1_800_000_000_000L), Entry.Reason.VISITOR);
  }

  /** A ledger that waits for a disk that others use too. */
  static Ledger open(LedgerSettings settings) throws LedgerException {
    return Ledger.open(settings, Duration.ofSeconds(20));
  }

  /** Has everything written that waits. */
  static void drain(LedgerSettings settings) throws LedgerException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    try (Ledger ledger = open(settings)) {
      while (ledger.counts().waitingBytes() > 0 && System.nanoTime() < end) {
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  static LedgerSettings embedded(Path folder) {
    return new LedgerSettings(folder, null, null, null, Duration.ofDays(1000), 16 << 20);
  }
}
