package io.cookiegate.receipt;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A process that takes choices on four threads as fast as it can and writes the id of each that was
 * acknowledged on a line, until it is killed or has been refused often enough. Every fourth is
 * erased at once.
 */
final class CrashingGate {
  private static final int REFUSALS = 20;

  private CrashingGate() {}

  /** Arguments: the folder, and a JDBC URL or nothing. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    @Nullable String url = arguments.length > 1 ? arguments[1] : null;
    LedgerSettings settings =
        new LedgerSettings(
            Path.of(arguments[0]), url, null, null, Duration.ofDays(1000), 256 << 20);
    Ledger ledger = Receipts.open(settings);
    AtomicInteger refused = new AtomicInteger();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> take(ledger, out, refused));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    // The way out without an end: as little as a killed process gets to do.
    Runtime.getRuntime().halt(0);
  }

  private static void take(Ledger ledger, PrintStream out, AtomicInteger refused) {
    for (int i = 0; refused.get() < REFUSALS; i++) {
      Receipt receipt = Receipts.one();
      if (!ledger.take(receipt)) {
        out.println("refused");
        refused.incrementAndGet();
      } else if (i % 4 == 3 && ledger.erase(receipt.id())) {
        out.println("erased " + receipt.id());
      } else {
        out.println("taken " + receipt.id());
      }
    }
  }
}
