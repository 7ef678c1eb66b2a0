package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.diagnostic.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recorded anew, after a key has changed, with {@code -Dcookie-gate.record-cases=true}. */
class ConfigurationDocumentTest {
  private static final Path DOCUMENT = Path.of("src/docs/configuration.md");

  @Test
  void saysOfEveryKeyWhatTheReaderKnows() throws IOException {
    if (CaseFile.isRecording()) {
      Files.writeString(DOCUMENT, ConfigurationDocument.text());
    }
    assertEquals(Files.readString(DOCUMENT), ConfigurationDocument.text());
  }

  @Test
  void saysDefaultsThatAreReadAsTheDefault() {
    long checked = keys().filter(ConfigurationDocumentTest::isReadAsItsDefault).count();
    assertEquals(keys().filter(key -> key.fallback() != null).count(), checked);
    assertTrue(checked >= 18, "keys with defaults: " + checked);
  }

  @Test
  void knowsOnlyFindingsThatACaseShows() throws IOException {
    String shown =
        Stream.concat(CaseFile.in("gate").stream(), CaseFile.in("classification").stream())
            .map(CaseFile::expected)
            .collect(Collectors.joining());
    Stream<FindingCode> unshown =
        Arrays.stream(FindingCode.values())
            .filter(code -> !shown.contains(" " + code.code() + " "));
    assertEquals(List.of(FindingCode.UNREADABLE_FILE), unshown.toList());
  }

  private static boolean isReadAsItsDefault(Key<?> key) {
    return key.fallback() != null
        && key.kind() instanceof Kind.OfText<?> kind
        && key.fallback().equals(kind.parse(key.fallbackWords()));
  }

  private static Stream<Key<?>> keys() {
    return Stream.concat(GateKeys.ALL.stream(), ClassificationKeys.ALL.stream())
        .flatMap(section -> section.keys().stream());
  }
}
