package io.cookiegate.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two gates behind HAProxy, under load from {@code wrk}: a hundred changes of their classification, and
 * both restarted one after the other, without one request that fails. The property
 * cookie-gate.rolling.rounds makes it longer.
 */
class RollingIT {
  private static final int RELOADS = 100;

  @TempDir private Path folder;

  @Test
  void nobodyNoticesReloadsAndARollingRestart() throws Exception {
    try (Hosts hosts = Hosts.open();
        GatePair gates = GatePair.start(hosts, folder);
        GatePair.Load load = gates.load(16)) {
      for (int i = 0; i < Integer.getInteger("cookie-gate.rolling.rounds", 1); i++) {
        for (int j = 0; j < RELOADS; j++) {
          gates.reload(GatePair.NAMES.get(j % 2));
        }
        restart(gates);
      }
      Map<String, Long> counted = load.end();
      String said = Files.readString(load.out());
      assertTrue(counted.get("answered") > 1000, said);
      for (String failure : List.of("wrong", "status", "connect", "read", "write", "timeout")) {
        assertEquals(0, counted.get(failure), () -> failure + "\n" + said);
      }
    }
  }

  private static void restart(GatePair gates) throws Exception {
    for (String name : GatePair.NAMES) {
      assertTrue(gates.taken(name) >= RELOADS / 2);
    }
    for (String name : GatePair.NAMES) {
      gates.stopGate(name);
      gates.startGate(name);
      gates.awaitWork(name);
    }
  }
}
