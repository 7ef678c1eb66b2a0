package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.diagnostic.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWatchTest {
  private static final String GATE =
      """
      listen: [{ port: 80 }]
      classification: c.yaml
      sites: [{ hosts: [a.example], upstream: http://b, mode: %s }]
      """;

  @TempDir Path folder;
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private Path gate;
  private ConfigWatch<GateConfig> watch;
  private int writes;

  private final class Notes implements ConfigWatch.Receiver<GateConfig> {
    @Override
    public void changed(GateConfig config) {
      String mode = Kinds.spelling(config.sites().get(0).mode());
      received.add(mode + " " + config.classification().services().size());
    }

    @Override
    public void refused(List<Finding> findings) {
      received.add(findings.size() + " " + findings.get(0).code().code());
    }
  }

  @BeforeEach
  void start() throws IOException {
    gate = folder.resolve("gate.yaml");
    write("gate.yaml", GATE.formatted("enforce"));
    write("c.yaml", "catalogue: none\n");
    watch = ConfigWatch.of(gate, ConfigLoader.load(gate).files(), new Notes());
  }

  @AfterEach
  void stop() {
    watch.close();
  }

  /** Each writing has a time of its own, however fast the test and coarse the clock. */
  private void write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + 1000L * ++writes));
  }

  private List<String> afterLooks(int looks) {
    for (int i = 0; i < looks; i++) {
      watch.look();
    }
    return List.copyOf(received);
  }

  @Test
  void saysNothingWhileNothingChanges() {
    assertEquals(List.of(), afterLooks(3));
  }

  @Test
  void readsAChangeOnceWhenItHasStoodForALook() throws IOException {
    write("gate.yaml", GATE.formatted("observe"));
    assertEquals(List.of(), afterLooks(1));
    assertEquals(List.of("observe 0"), afterLooks(3));
  }

  /** Between the reading at the start and the watch are seconds in which ports are opened. */
  @Test
  void readsWhatWasWrittenBeforeItBegan() throws IOException {
    FilesRead files = ConfigLoader.load(gate).files();
    write("gate.yaml", GATE.formatted("observe"));
    watch = ConfigWatch.of(gate, files, new Notes());
    assertEquals(List.of("observe 0"), afterLooks(2));
  }

  @Test
  void readsAgainWhatWasWrittenWhileItWasRead() throws IOException {
    watch = ConfigWatch.of(this::loadSlowly, ConfigLoader.load(gate).files(), new Notes());
    write("c.yaml", "catalogue: none\n# changed\n");
    assertEquals(List.of("enforce 0", "observe 0"), afterLooks(4));
  }

  private Loaded<GateConfig> loadSlowly() {
    Loaded<GateConfig> loaded = ConfigLoader.load(gate);
    if (received.isEmpty()) {
      writeUnchecked(GATE.formatted("observe"));
    }
    return loaded;
  }

  private void writeUnchecked(String text) {
    try {
      write("gate.yaml", text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void waitsWhileAFileIsStillBeingWritten() throws IOException {
    write("gate.yaml", "listen:");
    afterLooks(1);
    write("gate.yaml", "listen: [");
    afterLooks(1);
    write("gate.yaml", GATE.formatted("observe"));
    assertEquals(List.of("observe 0"), afterLooks(2));
  }

  @Test
  void watchesTheFilesThatAreNamed() throws IOException {
    write("c.yaml", "catalogue: built-in\n");
    String said = afterLooks(2).get(0);
    assertTrue(said.matches("enforce [1-9][0-9]{2}"), said);
  }

  @Test
  void refusesABrokenFileAndTakesTheRepairedOne() throws IOException {
    write("gate.yaml", GATE.formatted("maybe"));
    assertEquals(List.of("1 bad-value"), afterLooks(4));
    write("gate.yaml", GATE.formatted("observe"));
    assertEquals(List.of("1 bad-value", "observe 0"), afterLooks(2));
  }

  /** The broken file names none, and what is in use has it from another. */
  @Test
  void readsAgainWhenAFileOfWhatIsInUseChanges() throws IOException {
    write("gate.yaml", "listen: [");
    int refused = afterLooks(2).size();
    assertEquals(1, refused);
    write("c.yaml", "catalogue: built-in\n");
    assertEquals(2, afterLooks(2).size());
  }

  @Test
  void looksForAFileThatWasMissing() throws IOException {
    write("gate.yaml", GATE.formatted("observe").replace("c.yaml", "d.yaml"));
    assertEquals(List.of("1 missing-file"), afterLooks(2));
    write("d.yaml", "catalogue: none\n");
    assertEquals(List.of("1 missing-file", "observe 0"), afterLooks(2));
  }

  @Test
  void noticesThatAFileWentAndCameBack() throws IOException {
    Files.delete(gate);
    assertEquals(List.of("1 missing-file"), afterLooks(2));
    write("gate.yaml", GATE.formatted("enforce"));
    assertEquals(List.of("1 missing-file", "enforce 0"), afterLooks(2));
  }

  @Test
  void watchesNoFileThatIsNamedNoLonger() throws IOException {
    write("gate.yaml", GATE.formatted("enforce").replace("classification: c.yaml\n", ""));
    int before = afterLooks(2).size();
    write("c.yaml", "broken: [");
    assertEquals(before, afterLooks(2).size());
  }

  /** Kubernetes gives a changed ConfigMap as a new folder and moves one link. */
  @Test
  void seesThatALinkedFolderWasExchanged() throws IOException {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    folder("one", "enforce");
    folder("two", "observe");
    Files.createSymbolicLink(mount.resolve("..data"), folder.resolve("one"));
    Files.createSymbolicLink(mount.resolve("gate.yaml"), Path.of("..data/gate.yaml"));
    Files.createSymbolicLink(mount.resolve("c.yaml"), Path.of("..data/c.yaml"));
    Path linked = mount.resolve("gate.yaml");
    try (var other = ConfigWatch.of(linked, ConfigLoader.load(linked).files(), new Notes())) {
      Files.createSymbolicLink(mount.resolve("..new"), folder.resolve("two"));
      Files.move(mount.resolve("..new"), mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
      other.look();
      other.look();
    }
    assertEquals(List.of("observe 0"), List.copyOf(received));
  }

  private void folder(String name, String mode) throws IOException {
    Files.createDirectory(folder.resolve(name));
    write(name + "/gate.yaml", GATE.formatted(mode));
    write(name + "/c.yaml", "catalogue: none\n");
  }

  @Test
  void readsAnewWhenItIsToldTo() throws Exception {
    watch.reload();
    assertEquals("enforce 0", received.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void looksByItself() throws Exception {
    watch.start();
    write("gate.yaml", GATE.formatted("observe"));
    assertEquals("observe 0", received.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void goesOnLookingAfterAReceiverFailed() throws Exception {
    BlockingQueue<Throwable> thrown = new LinkedBlockingQueue<>();
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> thrown.add(e));
    try (var other = ConfigWatch.of(gate, ConfigLoader.load(gate).files(), new FailingOnce())) {
      other.reload();
      assertNotNull(thrown.poll(20, TimeUnit.SECONDS));
      other.reload();
      assertEquals("taken", received.poll(20, TimeUnit.SECONDS));
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  private final class FailingOnce implements ConfigWatch.Receiver<GateConfig> {
    private boolean failed;

    @Override
    public void changed(GateConfig config) {
      if (!failed) {
        failed = true;
        throw new IllegalStateException("once");
      }
      received.add("taken");
    }

    @Override
    public void refused(List<Finding> findings) {}
  }
}
