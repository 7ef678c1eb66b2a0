package io.cookiegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HangUpTest {
  @Test
  void runsItsTaskAtEverySignal() throws Exception {
    Semaphore signals = new Semaphore(0);
    HangUp.run(signals::release);
    for (int i = 0; i < 2; i++) {
      String pid = Long.toString(ProcessHandle.current().pid());
      assertEquals(0, new ProcessBuilder("kill", "-HUP", pid).start().waitFor());
      assertTrue(signals.tryAcquire(20, TimeUnit.SECONDS));
    }
  }
}
