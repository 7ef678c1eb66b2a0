package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Origin;
import io.cookiegate.diagnostic.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every {@code classification/*.case}, over a catalogue of three services. */
class ClassificationCasesTest {
  private static final int CASES = 32;
  private static final Path SMALL_CATALOGUE =
      Path.of("src/test/resources/io/cookiegate/config/small-catalogue.yaml");

  @TestFactory
  Stream<DynamicTest> readsOrRefusesAsWritten() throws IOException {
    Contents catalogue = catalogue();
    return CaseFile.in("classification").stream()
        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> check(one, catalogue)));
  }

  @Test
  void everyCaseIsThere() throws IOException {
    assertEquals(CASES, CaseFile.in("classification").size());
  }

  private static Contents catalogue() throws IOException {
    Findings findings = new Findings();
    SourceText source = SourceText.of("catalogue", Files.readAllBytes(SMALL_CATALOGUE), findings);
    Contents read = ClassificationReader.read(source, Contents.NONE, Origin.CATALOGUE, findings);
    assertTrue(findings.isEmpty(), () -> findings.inOrder().toString());
    return read;
  }

  private static void check(CaseFile one, Contents catalogue) throws IOException {
    Findings findings = new Findings();
    SourceText source = new SourceText("site.yaml", one.input());
    Contents read = ClassificationReader.read(source, catalogue, Origin.SITE, findings);
    String actual = findings.isEmpty() ? Rendering.of(read) : Rendering.of(findings.inOrder());
    if (CaseFile.isRecording()) {
      one.record(actual);
    }
    assertEquals(CaseFile.isRecording() ? actual : one.expected(), actual);
    if (findings.isEmpty()) {
      assertNotNull(read.indexed().version());
    }
  }
}
