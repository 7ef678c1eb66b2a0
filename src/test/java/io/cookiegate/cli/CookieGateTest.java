package io.cookiegate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieGateTest {
  @Test
  void saysItsVersion() {
    Run run = Run.of("--version");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("cookie-gate "));
  }

  @Test
  void listsItsCommands() {
    Run run = Run.of("--help");
    assertEquals(0, run.status());
    for (String command :
        new String[] {
          "demo", "run", "check", "explain", "rewrite", "prove", "declaration", "receipts"
        }) {
      assertTrue(run.out().contains("\n  " + command + " "), command);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "--unknown",
        "run a b",
        "demo --port",
        "demo --port x",
        "demo --port 70000",
        "explain",
        "explain --cookie a --url b",
        "explain --cookie a=b",
        "rewrite --charset no-such-charset",
        "rewrite --page-url mailto:somebody"
      })
  void aWrongCommandLineIsOneSentenceAndStatusTwo(String arguments) {
    Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
    assertEquals(2, run.status(), run.err());
    assertEquals("", run.out());
    List<String> lines = run.err().lines().toList();
    assertEquals(2, lines.size(), run.err());
    assertTrue(lines.get(0).startsWith("cookie-gate: "), run.err());
    assertTrue(
        lines.get(1).startsWith("Try 'cookie-gate") && lines.get(1).endsWith("--help'."),
        run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"demo", "run", "check", "explain", "rewrite", "prove", "declaration", "receipts"})
  void everyCommandHasHelp(String command) {
    Run run = Run.of(command, "--help");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("Usage: cookie-gate " + command), run.out());
  }

  @Test
  void anAnswerThatCouldNotAllBeWrittenIsAFailure() throws IOException {
    StringWriter err = new StringWriter();
    try (PrintStream full = new PrintStream(new FileOutputStream("/dev/full"), false, UTF_8)) {
      full.print("half of it");
      assertEquals(1, CookieGate.ended(0, full, new PrintWriter(err, true)));
    }
    assertEquals("cookie-gate: Standard output took not all of the answer.\n", err.toString());
    PrintStream whole = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    assertEquals(2, CookieGate.ended(2, whole, new PrintWriter(err, true)));
  }
}
