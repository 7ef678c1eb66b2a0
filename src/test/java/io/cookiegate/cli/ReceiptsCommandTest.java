package io.cookiegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.config.Receipts;
import io.cookiegate.consent.Decision;
import io.cookiegate.page.ChoiceRecorder;
import io.cookiegate.page.MadeChoice;
import io.cookiegate.receipt.LedgerException;
import io.cookiegate.recording.ReceiptDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ReceiptsCommandTest {
  private static final String VERSION = "ab".repeat(32);

  @TempDir private Path folder;
  private String config;

  @BeforeEach
  void write() throws IOException {
    config =
        Files.writeString(
                folder.resolve("gate.yaml"),
                """
                listen: [{ port: 0 }]
                sites: [{ hosts: [www.ciszere.example], upstream: "http://127.0.0.1:1" }]
                receipts: { folder: kept }
                """)
            .toString();
  }

  private Run run(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "receipts";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--config";
    all[all.length - 1] = config;
    return Run.of(all);
  }

  /** Records two choices as a running gate does. */
  private List<String> record() {
    Receipts receipts =
        new Receipts(folder.resolve("kept"), null, null, null, Duration.ofDays(9), 1 << 20);
    MadeChoice yes =
        new MadeChoice(Decision.GRANTED, Set.of("statistics", "marketing"), VERSION, "sv", false);
    MadeChoice no = new MadeChoice(Decision.REFUSED, Set.of(), VERSION, "en", true);
    try (ReceiptDesk desk = ReceiptDesk.open(receipts)) {
      ChoiceRecorder recorder = desk.of("www.ciszere.example");
      List<String> ids = List.of(taken(recorder, yes), taken(recorder, no));
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (desk.counts().written() < 2 && System.nanoTime() < end) {
        LockSupport.parkNanos(20_000_000);
      }
      return ids;
    } catch (LedgerException e) {
      throw new AssertionError(e);
    }
  }

  /** Asks again where the disk of a busy machine did not answer in a moment. */
  private static String taken(ChoiceRecorder recorder, MadeChoice choice) {
    String id = recorder.record(choice);
    return id == null ? taken(recorder, choice) : id;
  }

  @Test
  void receiptsAreExportedShownAndErased() {
    List<String> ids = record();
    JsonNode exported = new ObjectMapper().readTree(run("export").out());
    assertTrue(exported.size() >= 2, exported.toString());
    JsonNode first = exported.get(0);
    assertEquals("www.ciszere.example", first.get("site").asString());
    assertEquals("granted", first.get("choice").asString());
    assertEquals("[\"marketing\",\"statistics\"]", first.get("purposes").toString());
    assertEquals(VERSION, first.get("classification").asString());

    String csv = run("export", "--format", "csv").out();
    assertTrue(csv.startsWith("id,time,site,choice,purposes,classification,language,gpc\r\n"), csv);
    assertTrue(csv.contains(",granted,marketing statistics," + VERSION + ",sv,false\r\n"), csv);

    assertTrue(run("show", ids.get(1)).out().contains("choice: refused\n"));
    assertEquals(ids.get(1) + " is erased.\n", run("erase", ids.get(1)).out());
    Run erased = run("show", ids.get(1));
    assertTrue(erased.out().matches(ids.get(1) + " was erased on [^ ]+ by the operator\\.\n"));
    Run verified = run("verify");
    assertEquals(0, verified.status(), verified.out());
    assertTrue(verified.out().contains(" 1 erased; "), verified.out());
  }

  @Test
  void aChangedLedgerIsToldAndEndsWithOne() throws SQLException {
    record();
    String url = "jdbc:h2:file:" + folder.resolve("kept/ledger");
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement change = connection.createStatement()) {
      assertEquals(
          1, change.executeUpdate("UPDATE ledger_entry SET choice = 'refused' WHERE seq = 1"));
    }
    Run verified = run("verify");
    assertEquals(1, verified.status());
    assertTrue(verified.out().startsWith("What entry 1 says was changed.\n"), verified.out());
    assertTrue(verified.out().endsWith("the chain is broken.\n"), verified.out());
  }

  @Test
  void whatCannotBeDoneIsSaidInOneSentence() throws IOException {
    assertEquals(
        "cookie-gate: There is no ledger in " + folder.resolve("kept") + " yet.\n",
        run("verify").err());
    assertEquals(2, run("show", "1-2-3-4-5").status());
    assertEquals(2, run("verify", "--head", "17").status());
    assertEquals(2, Run.of("receipts").status());
    Files.writeString(
        Path.of(config),
        Files.readString(Path.of(config)).replace("folder: kept", "record: false"));
    Run off = run("export");
    assertEquals(1, off.status());
    assertEquals("cookie-gate: The configuration " + config + " records no choices.\n", off.err());
  }
}
