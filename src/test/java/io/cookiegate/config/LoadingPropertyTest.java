package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.diagnostic.Finding;
import io.cookiegate.diagnostic.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, reading it ends in a configuration or in findings. */
class LoadingPropertyTest {
  private static final List<String> WORDS = words();

  // One file for all tries: an instance of this class is made for each.
  private static final Path FILE = file();

  private static Path file() {
    try {
      Path file = Files.createTempFile("gate", ".yaml");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 1000)
  void bytesAreReadOrRefused(@ForAll byte[] bytes) throws IOException {
    check(bytes);
  }

  @Property(tries = 2000)
  void piecesOfYamlAreReadOrRefused(@ForAll("pieces") String text) throws IOException {
    check(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 500)
  void aDamagedExampleIsReadOrRefused(
      @ForAll("positions") List<Integer> at, @ForAll("pieces") String piece) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(Path.of("config/classification.yaml")));
    for (int position : at) {
      int from = position % text.length();
      text.replace(from, Math.min(text.length(), from + position % 7), piece);
    }
    check(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void check(byte[] bytes) throws IOException {
    Files.write(FILE, bytes);
    checkFindings(ConfigLoader.load(FILE));
    checkFindings(ConfigLoader.loadClassification(FILE));
  }

  private static void checkFindings(Loaded<?> loaded) {
    if (loaded instanceof Loaded.Refused<?> refused) {
      assertFalse(refused.findings().isEmpty());
      refused.findings().forEach(LoadingPropertyTest::checkLine);
    } else {
      assertNotNull(((Loaded.Ready<?>) loaded).value());
    }
  }

  private static void checkLine(Finding finding) {
    String line = finding.toString();
    assertTrue(line.chars().noneMatch(c -> c < ' ' || c == 0x7F), line);
    assertTrue(line.length() < 2_000, line);
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(WORDS).list().ofMaxSize(60).map(words -> String.join("", words));
  }

  @Provide
  Arbitrary<List<Integer>> positions() {
    return Arbitraries.integers().between(0, 1 << 20).list().ofMinSize(1).ofMaxSize(4);
  }

  // What YAML is made of, and every key.
  private static List<String> words() {
    List<String> words =
        new ArrayList<>(
            List.of(
                "\n",
                "\n  ",
                "\n    ",
                "\n- ",
                "\n  - ",
                " ",
                "\t",
                ": ",
                ":",
                ", ",
                "[",
                "]",
                "{",
                "}",
                "'",
                "\"",
                "\\",
                "*",
                "*a",
                "&a ",
                "!a ",
                "? ",
                "|\n",
                ">-\n",
                "#",
                "---\n",
                "...\n",
                "%YAML 1.1\n",
                "<<",
                "~",
                "null",
                "true",
                "0777",
                "1m",
                "a.example",
                "é",
                "\uD83D\uDE00",
                "\u0000",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "http://a",
                "en",
                "\r"));
    GateKeys.ALL.forEach(section -> words.addAll(section.names()));
    ClassificationKeys.ALL.forEach(section -> words.addAll(section.names()));
    return words;
  }

  @Property(tries = 200)
  void aColumnPointsAtItsKey(@ForAll("keys") List<String> keys) {
    StringBuilder text = new StringBuilder("{ ");
    keys.forEach(key -> text.append('"').append(key).append("\": 1, "));
    String line = text.append("}").toString();
    Findings findings = new Findings();
    Node.Mapping read = DocumentReader.read(new SourceText("f", line), findings);
    for (Node.Entry entry : read.entries()) {
      int column = entry.position().column();
      assertEquals("\"" + entry.key(), line.substring(column - 1, column + entry.key().length()));
    }
  }

  @Provide
  Arbitrary<List<String>> keys() {
    return Arbitraries.of("a", "\uD83D\uDE00", "é", "漢", "𝒳")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("", parts))
        .list()
        .uniqueElements()
        .ofMaxSize(6);
  }
}
