package io.cookiegate.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing acknowledged is lost: real processes are killed (SIGKILL) in the middle of their work, or
 * have no more room, and then the ledger is compared with what they had said. More rounds with
 * -Dcookie-gate.crashes=100.
 */
class LedgerCrashTest {
  private static final int ROUNDS = Integer.getInteger("cookie-gate.crashes", 4);

  /** No file of the process grows over 200 KiB: neither the queue's nor the database's. */
  private static final String SMALL = "ulimit -f 200; ";

  private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/none";

  @TempDir private Path folder;
  private final Set<String> taken = new HashSet<>();
  private final Set<String> erased = new HashSet<>();
  private boolean refused;
  private volatile boolean late;

  private Process start(String shell, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                shell + "exec \"$@\"",
                "bash",
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dslf4j.provider=io.cookiegate.cli.LogProvider",
                "-Dslf4j.internal.verbosity=WARN",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingGate.class.getName(),
                folder.toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Notes what a process says; kills it after so many lines, then goes on to the end. */
  private void note(Process process, int killAfter) throws IOException {
    note(process, (lines, line) -> lines == killAfter);
  }

  private void note(Process process, BiPredicate<Integer, String> kill) throws IOException {
    int lines = 0;
    // One that hangs is ended, or its output would be waited for without end.
    CompletableFuture<Process> ended =
        process.onExit().orTimeout(60, SECONDS).exceptionally(e -> endLate(process));
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        note(line);
        if (kill.test(++lines, line)) {
          end(process);
        }
      }
    }
    ended.join();
    assertFalse(late, "the process did not end within a minute");
    assertTrue(lines > 0, "the process said nothing");
  }

  private Process endLate(Process process) {
    late = true;
    return end(process);
  }

  private static Process end(Process process) {
    // Not by the process itself, which would close the stream that is read here.
    process.toHandle().destroyForcibly();
    return process;
  }

  private void note(String line) {
    int space = line.indexOf(' ');
    // A line that the kill cut says nothing.
    if (line.equals("refused")) {
      refused = true;
    } else if (line.length() == space + 37) {
      (line.startsWith("erased") ? erased : taken).add(line.substring(space + 1));
    }
  }

  private void expectAllInTheLedger() throws Exception {
    LedgerSettings settings = Receipts.embedded(folder);
    Receipts.drain(settings);
    try (LedgerBook book = LedgerBook.open(settings)) {
      Verification verification = book.verify(null);
      assertEquals(List.of(), verification.problems());
      Set<String> there = new HashSet<>();
      book.export(receipt -> assertTrue(there.add(receipt.id().toString()), "twice"));
      Set<String> lost = new HashSet<>(taken);
      lost.removeAll(there);
      assertEquals(Set.of(), lost, "acknowledged, and not in the ledger");
      Set<String> kept = new HashSet<>(erased);
      kept.retainAll(there);
      assertEquals(Set.of(), kept, "erased, and still in the ledger");
      assertTrue(verification.erased() >= erased.size(), "an erased receipt left no trace");
    }
    assertEquals(List.of(), SpoolFolder.segments(folder.resolve("queue-1")));
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      note(start(""), 1 + round * 701 % 2000);
    }
    assertTrue(taken.size() + erased.size() >= ROUNDS);
    expectAllInTheLedger();
  }

  @Test
  void nothingAcknowledgedIsLostWhileTheDatabaseIsAway() throws Exception {
    for (int round = 0; round < ROUNDS / 2; round++) {
      note(start("", NOWHERE), 100 + round * 701 % 2000);
    }
    expectAllInTheLedger();
  }

  @Test
  void nothingAcknowledgedIsLostWhenThereIsNoRoom() throws Exception {
    note(start(SMALL), 0);
    assertTrue(refused, "the process was never refused");
    assertTrue(taken.size() > 100, "only " + taken.size() + " were taken");
    expectAllInTheLedger();
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheProcessIsKilledWithoutRoom() throws Exception {
    for (int round = 0; round < ROUNDS / 2; round++) {
      note(start(SMALL), (lines, line) -> line.equals("refused"));
      assertTrue(refused, "the process was never refused");
    }
    expectAllInTheLedger();
  }
}
