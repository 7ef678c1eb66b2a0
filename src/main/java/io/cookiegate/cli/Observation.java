package io.cookiegate.cli;

import io.cookiegate.gate.GateObserver;
import io.cookiegate.inventory.Inventory;
import io.cookiegate.metrics.GateMetrics;
import java.time.InstantSource;

/** What is learned of live traffic. */
record Observation(Inventory inventory, GateMetrics metrics) implements AutoCloseable {
  static Observation begin() {
    return new Observation(new Inventory(), new GateMetrics(InstantSource.system()));
  }

  /** An observer for one site's gate. */
  GateObserver of(String site) {
    return new Observers(inventory.of(site), metrics.site(site));
  }

  @Override
  public void close() {
    metrics.close();
  }
}
