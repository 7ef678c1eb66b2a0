package io.cookiegate.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.classification.Origin;
import io.cookiegate.classification.TagRule;
import io.cookiegate.diagnostic.Position;
import io.cookiegate.gate.Closure;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.gate.GateObserver.Outcome;
import io.cookiegate.gate.Recurrence;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final TagRule RULE =
      new TagRule.Host(
          "t.example", "/", "service", "statistics", Origin.SITE, new Position("test", 1, 1));

  @Test
  void countsWhatIsTheSame() {
    Inventory inventory = new Inventory();
    GateObserver site = inventory.of("www.example");
    site.tag("t.example", RULE, Outcome.REMOVED);
    site.tag("t.example", RULE, Outcome.REMOVED);
    site.cookieSet("a", null, Outcome.KEPT);
    inventory.of("other.example").cookieSent("a", null, Outcome.KEPT);
    assertEquals(
        List.of(
            new Sighting("other.example", Sighting.Kind.COOKIE, "a", null, null, Outcome.KEPT, 1),
            new Sighting("www.example", Sighting.Kind.SET_COOKIE, "a", null, null, Outcome.KEPT, 1),
            new Sighting(
                "www.example",
                Sighting.Kind.TAG,
                "t.example",
                "service",
                "statistics",
                Outcome.REMOVED,
                2)),
        inventory.sightings());
  }

  @Test
  void manySightingsOfEqualNamesAreToldApart() {
    TagRule other =
        new TagRule.Host(
            "t.example", "/", "other", "marketing", Origin.SITE, new Position("test", 2, 1));
    Inventory inventory = new Inventory();
    GateObserver site = inventory.of("s");
    Map<String, Long> expected = new TreeMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      String name = "n" + random.nextInt(700);
      TagRule rule = random.nextInt(3) == 0 ? null : random.nextBoolean() ? RULE : other;
      Outcome outcome = random.nextBoolean() ? Outcome.KEPT : Outcome.REMOVED;
      boolean isTag = random.nextBoolean();
      if (isTag) {
        site.tag(name, rule, outcome);
      } else {
        site.cookieSet(name, rule, outcome);
      }
      String service = rule == null ? null : rule.service();
      expected.merge(
          (isTag ? "TAG " : "SET_COOKIE ") + name + " " + service + " " + outcome, 1L, Long::sum);
    }
    Map<String, Long> counted = new TreeMap<>();
    for (Sighting seen : inventory.sightings()) {
      counted.put(
          seen.kind() + " " + seen.name() + " " + seen.service() + " " + seen.outcome(),
          seen.count());
    }
    assertEquals(expected, counted);
    assertEquals(0, inventory.others());
  }

  @Test
  void aPageThatRecursCountsAsIfEachOfItsTagsWereSeenAgain() {
    Inventory inventory = new Inventory();
    Recurrence page =
        inventory
            .of("s")
            .recurring(
                seen -> {
                  seen.tag("t.example", RULE, Outcome.REMOVED);
                  seen.tag("t.example", RULE, Outcome.REMOVED);
                  seen.tag("u.example", null, Outcome.KEPT);
                  seen.closed(Closure.LONG_SCRIPT);
                });
    page.again();
    page.again();
    page.again();
    assertEquals(List.of(6L, 3L), inventory.sightings().stream().map(Sighting::count).toList());
    page.again();
    assertEquals(4, inventory.closures(Closure.LONG_SCRIPT));
  }

  @Test
  void visitorsWhoMakeUpNamesFillNothing() {
    Inventory inventory = new Inventory();
    GateObserver site = inventory.of("www.example");
    for (int i = 0; i < Inventory.MOST + 5; i++) {
      site.cookieSent("n" + i, null, Outcome.KEPT);
    }
    site.cookieSent("n0", null, Outcome.KEPT);
    assertEquals(Inventory.MOST, inventory.sightings().size());
    assertEquals(5, inventory.others());
  }

  @Test
  void aLongNameIsCut() {
    Inventory inventory = new Inventory();
    inventory.of("s").cookieSet("x".repeat(5000), null, Outcome.KEPT);
    assertEquals(Inventory.LONGEST_NAME, inventory.sightings().get(0).name().length());
  }

  @Test
  void whatCouldNotBeJudgedIsCountedByReason() {
    Inventory inventory = new Inventory();
    inventory.of("s").closed(Closure.LONG_TAG);
    assertEquals(1, inventory.closures(Closure.LONG_TAG));
    assertEquals(0, inventory.closures(Closure.FAILURE));
  }
}
