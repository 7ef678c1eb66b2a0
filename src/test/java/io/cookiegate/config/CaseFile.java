package io.cookiegate.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A golden case: an input, a line of dashes, and what becomes of it. */
record CaseFile(Path path, String input, String expected) {
  private static final String CUT = "\n-----\n";
  private static final Path ROOT = Path.of("src/test/resources/io/cookiegate/config");

  static List<CaseFile> in(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files
          .filter(f -> f.toString().endsWith(".case"))
          .sorted()
          .map(CaseFile::read)
          .toList();
    }
  }

  private static CaseFile read(Path path) {
    try {
      String text = Files.readString(path);
      int cut = text.indexOf(CUT);
      return cut < 0
          ? new CaseFile(path, text.stripTrailing(), "")
          : new CaseFile(path, text.substring(0, cut), text.substring(cut + CUT.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what became of the input into the file, to be read by a person before it is kept. */
  void record(String actual) throws IOException {
    Files.write(path, (input + CUT + actual).getBytes(UTF_8));
  }

  static boolean isRecording() {
    return Boolean.getBoolean("cookie-gate.record-cases");
  }

  @Override
  public String toString() {
    return path.getFileName().toString();
  }
}
