package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.coding.PageCharset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** A reading that goes where another one was reads on as that does. */
class ScriptPlacePropertyTest {
  private static final int LENGTH = 250;

  private static final List<ScriptKind> KINDS = List.of(ScriptKind.values());

  private static int places;
  private static int verdicts;

  private final NamedHolders none = new NamedHolders();
  private final NamedHolders some = holders();
  private final PageScope page = new GatedPage().scope(PageCharset.utf8());

  /** A page whose charset nobody told, in which a backslash may be half of a character. */
  private final PageScope guessed = new GatedPage().scope(PageCharset.of("text/html"));

  private static NamedHolders holders() {
    NamedHolders holders = new NamedHolders();
    byte[] id = {'b', '1'};
    holders.add(NamedHolders.hash(id, 0, id.length), TagVerdict.NAMELESS);
    holders.addBlock(TagVerdict.NAMELESS);
    return holders;
  }

  private final PageScope wide = new GatedPage().scope(PageCharset.of("text/html; charset=gbk"));
  private final PageScope strict =
      new GatedPage().unclassified(Unclassified.REMOVE).scope(PageCharset.utf8());

  private ScriptReading reading(PageScope of, NamedHolders holders) {
    return new ScriptReading(
        Vendors.CLASSIFICATION.scriptLiterals(), of.gating, of.urls.hosts(), of.charset, holders);
  }

  @Property(tries = 8000)
  void itReadsOnAsTheOther(@ForAll long seed) {
    Random random = new Random(seed);
    PageScope of = List.of(page, page, guessed, wide, strict).get(random.nextInt(5));
    ScriptKind kind = KINDS.get(random.nextInt(KINDS.size()));
    byte[] text = LongScripts.next(random, LENGTH).getBytes(UTF_8);
    NamedHolders holders = random.nextInt(3) == 0 ? some : none;
    ScriptReading one = reading(of, holders);
    one.begin(kind);
    int at = 0;
    ScriptReading.Place place = null;
    while (at < text.length && (place == null || random.nextInt(8) > 0)) {
      one.read(text, at, at + 1);
      at++;
      place = one.verdict() == null ? one.place() : null;
    }
    if (place != null) {
      goesOn(one, other(reading(of, holders), kind, random), place, text, at);
    }
  }

  private static ScriptReading other(ScriptReading other, ScriptKind kind, Random random) {
    other.begin(kind);
    byte[] before = LongScripts.next(random, LENGTH / 4).getBytes(UTF_8);
    other.read(before, 0, before.length);
    return other;
  }

  private void goesOn(
      ScriptReading one, ScriptReading other, ScriptReading.Place place, byte[] text, int from) {
    places++;
    other.goTo(place);
    Supplier<String> where = () -> new String(text, UTF_8) + " from " + from;
    assertEquals(place, other.place(), where);
    for (int i = from; i < text.length; i++) {
      one.read(text, i, i + 1);
      other.read(text, i, i + 1);
      assertEquals(one.verdict(), other.verdict(), where);
      assertEquals(one.place(), other.place(), where);
    }
    one.end();
    other.end();
    assertEquals(one.verdict(), other.verdict(), where);
    verdicts += one.verdict() == null ? 0 : 1;
  }

  @Example
  void inTheMidstOfACharacterIsNoPlace() {
    for (String text : new String[] {"f(\"\\ud835", "f(\"%ud835", "f(\"\\", "f(\"a", "f"}) {
      ScriptReading one = reading(page, none);
      one.begin(ScriptKind.SCRIPT);
      byte[] bytes = text.getBytes(UTF_8);
      one.read(bytes, 0, bytes.length);
      assertNull(one.place(), text);
    }
  }

  @AfterContainer
  static void manyPlacesWereMet() {
    assertTrue(places > 4000 && verdicts > 100, places + " places, " + verdicts + " verdicts");
  }
}
