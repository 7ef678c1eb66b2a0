package io.cookiegate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which the demonstration keeps receipts as long as it runs. */
record DemoFolder(Path path) {
  static DemoFolder create() {
    try {
      return new DemoFolder(Files.createTempDirectory("cookie-gate-demo"));
    } catch (IOException e) {
      throw new Failure("There is no place for temporary files: " + e.getMessage() + ".", e);
    }
  }

  /** Takes it away with all that is in it. */
  void delete() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new Failure("The folder " + path + " is left over: " + e.getMessage() + ".", e);
    }
  }
}
