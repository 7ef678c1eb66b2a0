package io.cookiegate.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The kept inputs of a fuzz target, a file each: seeds, and what the fuzzer found. A long run is {@code
 * mvn -Pfuzz test-compile exec:exec -Dfuzz=io.cookiegate.host.UrlReaderFuzz -Dfuzz.seconds=1800}; it
 * leaves new inputs and findings under {@code target/fuzz}, and a finding is copied here once it is
 * understood.
 */
public final class FuzzCorpus {
  private FuzzCorpus() {}

  /** Runs a target over its inputs, and tells how many there were. */
  public static int replay(Class<?> target, Consumer<byte[]> run) {
    List<Path> files = files(target);
    for (Path file : files) {
      try {
        run.accept(Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("on " + file.getFileName(), e);
      }
    }
    return files.size();
  }

  private static List<Path> files(Class<?> target) {
    URL folder = FuzzCorpus.class.getResource("/io/cookiegate/fuzz/" + target.getSimpleName());
    try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
