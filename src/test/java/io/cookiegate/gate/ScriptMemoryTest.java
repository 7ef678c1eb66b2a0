package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.consent.Consent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptMemoryTest {
  private static final String LOADER =
      "var s = document.createElement('script'); s.src = 'https://cdn.one.example/x.js';";

  private final Gating shut = Gating.remembering(Vendors.CLASSIFICATION, Consent.REFUSED);

  private static ScriptDigest digest(int reading, String script) {
    ScriptDigest digest = new ScriptDigest();
    digest.begin(reading, Bytes.NONE);
    byte[] bytes = script.getBytes(UTF_8);
    digest.read(bytes, 0, bytes.length);
    digest.end();
    return digest;
  }

  @Test
  void everyScriptIsJudgedTheSameTheSecondTimeAndInEveryCut() {
    List<String> scripts = new ArrayList<>(ScriptJudgeTest.gated());
    scripts.addAll(ScriptJudgeTest.kept());
    GatedPage page = new GatedPage().gating(shut);
    int removed = 0;
    for (String script : scripts) {
      byte[] bytes = ("<p>a<script>" + script + "</script>b").getBytes(UTF_8);
      byte[] alone = new GatedPage().rewrite(bytes, bytes.length);
      for (int piece : new int[] {bytes.length, bytes.length, 7, 64}) {
        assertEquals(new String(alone, UTF_8), new String(page.rewrite(bytes, piece), UTF_8));
      }
      removed += alone.length < bytes.length ? 1 : 0;
    }
    assertTrue(removed > 50, "removed " + removed);
  }

  @Test
  void aScriptThatWasReadIsKnownByItsDigest() {
    String script = "ga('create', 'UA-1-1');";
    ScriptMemory memory = assertNotNullMemory();
    assertNull(memory.find(digest(0, script)));
    new GatedPage().gating(shut).rewrite("<script>" + script + "</script>");
    ScriptMemory.Known known = memory.find(digest(0, script));
    assertNotNull(known);
    assertNotNull(known.verdict());
    assertNull(memory.find(digest(0, script + " ")), "every byte counts");
    assertNull(memory.find(digest(1, script)), "a module is read otherwise");
  }

  private ScriptMemory assertNotNullMemory() {
    ScriptMemory memory = shut.scripts();
    assertNotNull(memory);
    return memory;
  }

  @Test
  void aVerdictThatWasRememberedCounts() {
    String script = "ga('create', 'UA-1-1');";
    assertNotNullMemory().remember(digest(0, script), null);
    String page = "<script>" + script + "</script>";
    assertEquals(page, new GatedPage().gating(shut).rewrite(page));
  }

  @Test
  void aScriptThatNothingIsFoundInIsKnownToo() {
    String script = "var a = 1;";
    new GatedPage().gating(shut).rewrite("<script>" + script + "</script>");
    ScriptMemory.Known known = assertNotNullMemory().find(digest(0, script));
    assertNotNull(known);
    assertNull(known.verdict());
  }

  @Test
  void aModuleIsNotTakenForTheScriptOfTheSameText() {
    String text = "f('https://' + x); '//www.google-analytics.com/a.js'";
    GatedPage page = new GatedPage().gating(shut);
    String script = "<script>" + text + "</script>";
    assertEquals(script, page.rewrite(script));
    assertFalse(page.rewrite("<script type=module>" + text + "</script>").contains(text));
    assertEquals(script, page.rewrite(script));
  }

  @Test
  void whatIsAThirdPartyDependsOnTheSite() {
    String script = "<script>" + LOADER + "</script>";
    GatedPage own =
        new GatedPage().gating(shut).unclassified(Unclassified.REMOVE).host("www.one.example");
    GatedPage other =
        new GatedPage().gating(shut).unclassified(Unclassified.REMOVE).host("www.two.example");
    assertEquals(script, own.rewrite(script));
    assertFalse(other.rewrite(script).contains("cdn.one"));
    assertEquals(script, own.rewrite(script));
  }

  @Test
  void theLatestTakesAPlace() {
    ScriptMemory memory = new ScriptMemory();
    TagVerdict verdict = TagVerdict.NAMELESS;
    ScriptDigest one = digest(0, "one");
    memory.remember(one, verdict);
    assertSame(verdict, memory.find(digest(0, "one")).verdict());
    int others = 0;
    while (memory.find(one) != null) {
      assertNull(memory.find(digest(0, "other" + others)));
      memory.remember(digest(0, "other" + others++), null);
    }
    assertNotNull(memory.find(digest(0, "other" + (others - 1))));
    assertTrue(others > 10, "taken by number " + others);
  }

  @Test
  void oneVisitorsOwnChoiceHasNoMemory() {
    assertNull(Gating.of(Vendors.CLASSIFICATION, Consent.REFUSED).scripts());
  }
}
