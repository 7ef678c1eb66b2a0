package io.cookiegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path directory;

  @Test
  void saysThatNothingIsWrong() throws IOException {
    Path file =
        write(
            "listen: [{ port: 8080 }]\nsites: [{ hosts: [a.example], upstream: 'http://127.0.0.1:1' }]\n");
    Run run = Run.of("check", file.toString());
    assertEquals(0, run.status(), run.out() + run.err());
    assertTrue(run.out().startsWith(file + ": no problems; sites a.example; "), run.out());
    assertEquals("", run.err());
  }

  @Test
  void reportsEveryProblemOnALineOfItsOwn() throws IOException {
    Path file =
        write("listen: [{ prt: 8080 }]\nsites: [{ hosts: [a.example], upstream: nowhere }]\n");
    Run run = Run.of("check", file.toString());
    assertEquals(1, run.status());
    assertTrue(run.out().contains(file + ":1:12 unknown-key"), run.out());
    assertTrue(run.out().contains(file + ":2:"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void reportsAFileThatIsNotThere() {
    Run run = Run.of("check", directory.resolve("none.yaml").toString());
    assertEquals(1, run.status());
    assertEquals(1, run.out().lines().count(), run.out());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("gate.yaml"), text);
  }
}
