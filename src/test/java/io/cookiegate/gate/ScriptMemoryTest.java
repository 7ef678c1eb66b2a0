package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Rule;
import io.cookiegate.consent.Consent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
  void whatAScriptCallsDependsOnThePage() {
    String block = "<script type=application/json id=%s>{\"a\":\"//%s/x.js\"}</script>";
    String script = "<script>document.createElement('script').src = JSON.parse(a1.text).a</script>";
    GatedPage page = new GatedPage().gating(shut);
    String other = block.formatted("b1", "static.hotjar.com") + script;
    String harmless = block.formatted("a1", "www.plain.example") + script;
    for (int i = 0; i < 2; i++) {
      assertEquals(script, page.rewrite(script));
      assertEquals(harmless, page.rewrite(harmless));
      assertEquals(other, page.rewrite(other));
      assertEquals(
          "hotjar.com", removed(page, block.formatted("a1", "static.hotjar.com") + script));
      assertEquals(
          "connect.facebook.net",
          removed(page, block.formatted("a1", "connect.facebook.net") + script));
    }
  }

  private record Names(List<String> names) implements GateObserver {
    @Override
    public void tag(String name, @Nullable Rule rule, Outcome outcome) {
      names.add(name);
    }
  }

  private static String removed(GatedPage page, String source) {
    List<String> names = new ArrayList<>();
    page.observer(new Names(names)).rewrite(source);
    return String.join(" ", names);
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
  void aPagesScriptsDoNotTakeTheirPlacesFromEachOther() {
    int known = 0;
    for (int page = 0; page < 60; page++) {
      ScriptMemory memory = new ScriptMemory();
      for (int i = 0; i < 12; i++) {
        memory.remember(digest(page, "script" + i), null);
      }
      for (int i = 0; i < 12; i++) {
        known += memory.find(digest(page, "script" + i)) == null ? 0 : 1;
      }
    }
    assertEquals(720, known);
  }

  @Test
  void oneVisitorsOwnChoiceHasNoMemory() {
    assertNull(Gating.of(Vendors.CLASSIFICATION, Consent.REFUSED).scripts());
  }
}
