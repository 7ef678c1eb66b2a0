package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptJudgeTest {
  private final ScriptJudge judge = new GatedPage().scripts();

  /** The pieces of the script resource, each after a line of equals signs and its name. */
  static List<String> scripts(String verdict) {
    String all = TestResources.text("/io/cookiegate/gate/scripts/" + verdict + ".txt");
    return Arrays.stream(all.split("(?m)^=== ")).skip(1).toList();
  }

  static List<String> gated() {
    return scripts("gated");
  }

  static List<String> kept() {
    return scripts("kept");
  }

  private static String text(String script) {
    return script.substring(script.indexOf('\n') + 1);
  }

  private TagVerdict judge(String script, int piece) {
    return judge(judge, script, piece);
  }

  /** The verdict about a script that comes in pieces of a size. */
  static TagVerdict judge(ScriptJudge judge, String script, int piece) {
    byte[] bytes = script.getBytes(UTF_8);
    judge.begin(ScriptKind.SCRIPT);
    for (int i = 0; i < bytes.length; i += piece) {
      judge.read(bytes, i, Math.min(bytes.length, i + piece));
    }
    judge.end();
    return judge.verdict();
  }

  @ParameterizedTest
  @MethodSource
  void gated(String script) {
    for (int piece : new int[] {1 << 20, 7, 3, 2, 1}) {
      assertNotNull(judge(text(script), piece), () -> "pieces of " + piece);
    }
  }

  @ParameterizedTest
  @MethodSource
  void kept(String script) {
    for (int piece : new int[] {1 << 20, 7, 3, 2, 1}) {
      assertNull(judge(text(script), piece), () -> "pieces of " + piece);
    }
  }

  @Test
  void theScriptsAreAllThere() {
    assertEquals(94, gated().size());
    assertEquals(56, kept().size());
  }

  @Test
  void aModuleLoadsWithoutSayingSo() {
    byte[] script = "import a from 'https://www.google-analytics.com/a.js'".getBytes(UTF_8);
    judge.begin(ScriptKind.MODULE);
    judge.read(script, 0, script.length);
    judge.end();
    assertNotNull(judge.verdict());
  }

  @Test
  void aPurposeThatWasChosenIsNotGated() {
    ScriptJudge statistics =
        new GatedPage().consent(new Consent(Choice.REFUSED, Set.of("statistics"))).scripts();
    byte[] script = "ga('create'); fbq('init')".getBytes(UTF_8);
    statistics.begin(ScriptKind.SCRIPT);
    statistics.read(script, 0, script.length);
    statistics.end();
    assertEquals("meta", statistics.verdict().rule().service());
  }
}
