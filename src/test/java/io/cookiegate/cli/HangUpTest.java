package io.cookiegate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The signal is sent to a process of its own: this one may have been started by {@code nohup}, and a
 * Java runtime leaves a signal ignored that was ignored when it began.
 */
@Timeout(60)
class HangUpTest {
  /** Says a word for each signal. */
  static final class Listening {
    public static void main(String[] args) throws InterruptedException {
      HangUp.run(() -> System.out.println("signal"));
      System.out.println("ready");
      Thread.currentThread().join(60_000);
    }
  }

  @Test
  void runsItsTaskAtEverySignal() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process listening =
        new ProcessBuilder(
                "env",
                "--default-signal=HUP",
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Listening.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = listening.inputReader(UTF_8)) {
      assertEquals("ready", said.readLine());
      for (int i = 0; i < 2; i++) {
        String pid = Long.toString(listening.pid());
        assertEquals(0, new ProcessBuilder("kill", "-HUP", pid).start().waitFor());
        assertEquals("signal", said.readLine());
      }
    } finally {
      listening.destroy();
      assertTrue(listening.waitFor(20, TimeUnit.SECONDS));
    }
  }
}
