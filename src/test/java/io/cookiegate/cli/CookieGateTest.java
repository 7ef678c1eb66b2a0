package io.cookiegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    for (String command : new String[] {"demo", "run", "check", "explain", "rewrite"}) {
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
  @ValueSource(strings = {"demo", "run", "check", "explain", "rewrite"})
  void everyCommandHasHelp(String command) {
    Run run = Run.of(command, "--help");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("Usage: cookie-gate " + command), run.out());
  }
}
