package io.cookiegate.gate;

import io.cookiegate.classification.Rule;
import io.cookiegate.inventory.Inventory;
import io.cookiegate.metrics.GateMetrics;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What observes a site's gate in production: the inventory and the numbers. */
final class Counted implements GateObserver {
  private final GateObserver inventory = new Inventory().of("www.site.example");
  private final GateObserver numbers =
      new GateMetrics(InstantSource.system()).site("www.site.example");

  @Override
  public void cookieSet(String name, @Nullable Rule rule, Outcome outcome) {
    inventory.cookieSet(name, rule, outcome);
    numbers.cookieSet(name, rule, outcome);
  }

  @Override
  public void tag(String host, @Nullable Rule rule, Outcome outcome) {
    inventory.tag(host, rule, outcome);
    numbers.tag(host, rule, outcome);
  }
}
