package io.cookiegate.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders of demonstrations; one that is killed leaves a folder whose lock nobody holds. */
class DemoFolderTest {
  @TempDir private Path parent;

  private Path left(String name) throws Exception {
    Path folder = Files.createDirectories(parent.resolve(name).resolve("receipts")).getParent();
    Files.writeString(folder.resolve("receipts").resolve("ledger.mv.db"), "x");
    Files.createFile(folder.resolve("lock"));
    return folder;
  }

  @Test
  void aStartTakesAwayWhatAKilledOneLeft() throws Exception {
    Path left = left("cookie-gate-demo123");
    DemoFolder folder = DemoFolder.create(parent);
    assertFalse(Files.exists(left));
    assertTrue(Files.isDirectory(folder.path()));
    folder.delete();
    assertFalse(Files.exists(folder.path()));
  }

  @Test
  void oneThatRunsKeepsItsFolder() throws Exception {
    DemoFolder first = DemoFolder.create(parent);
    DemoFolder second = DemoFolder.create(parent);
    assertTrue(Files.exists(first.path()));
    first.delete();
    second.delete();
  }

  @Test
  void whatIsNotADemonstrationsStays() throws Exception {
    Path other = left("something-else");
    Path without = Files.createDirectory(parent.resolve("cookie-gate-demo-notes"));
    Path target = left("target");
    Path link = Files.createSymbolicLink(parent.resolve("cookie-gate-demo-link"), target);
    DemoFolder.create(parent).delete();
    assertTrue(Files.exists(other.resolve("lock")));
    assertTrue(Files.exists(without));
    assertTrue(Files.exists(target.resolve("lock")));
    assertTrue(Files.exists(link));
  }
}
