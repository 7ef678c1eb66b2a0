package io.cookiegate.inventory;

import io.cookiegate.classification.Rule;
import io.cookiegate.gate.GateObserver;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What was counted lately on a site, found by the very rule and the name: the inventory itself
 * compares four names for each sighting, of which a page may have a thousand. Bounded. Safe for use by
 * many threads: what one puts here another may not see, and looks up again.
 */
final class RecentCounts {
  private static final int PLACES = 4096;

  /** How many places, one behind the other, a sighting may be at. */
  private static final int NEIGHBOURS = 4;

  private final @Nullable Counted[] places = new @Nullable Counted[PLACES];

  private record Counted(
      Sighting.Kind kind,
      String name,
      @Nullable Rule rule,
      GateObserver.Outcome outcome,
      LongAdder count) {
    @SuppressWarnings("ReferenceEquality") // equal rules of two configurations are looked up anew
    boolean is(
        Sighting.Kind otherKind,
        String otherName,
        @Nullable Rule otherRule,
        GateObserver.Outcome otherOutcome) {
      return rule == otherRule
          && kind == otherKind
          && outcome == otherOutcome
          && name.equals(otherName);
    }
  }

  /** What counts a sighting; null where it was not seen lately. */
  @Nullable LongAdder find(
      Sighting.Kind kind, String name, @Nullable Rule rule, GateObserver.Outcome outcome) {
    int first = first(name);
    for (int i = 0; i < NEIGHBOURS; i++) {
      Counted counted = places[(first + i) & (PLACES - 1)];
      if (counted == null) {
        return null;
      }
      if (counted.is(kind, name, rule, outcome)) {
        return counted.count;
      }
    }
    return null;
  }

  /** Keeps what counts a sighting, in a place that is free, else in another's. */
  void add(
      Sighting.Kind kind,
      String name,
      @Nullable Rule rule,
      GateObserver.Outcome outcome,
      LongAdder count) {
    int first = first(name);
    int at = first;
    while (at < first + NEIGHBOURS - 1 && places[at & (PLACES - 1)] != null) {
      at++;
    }
    places[at & (PLACES - 1)] = new Counted(kind, name, rule, outcome, count);
  }

  private static int first(String name) {
    int hash = name.hashCode();
    return hash ^ hash >>> 12;
  }
}
