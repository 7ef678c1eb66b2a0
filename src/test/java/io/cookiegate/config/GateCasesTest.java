package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every {@code gate/*.case}: a gate.yaml, beside it a classification, a certificate and a key. */
class GateCasesTest {
  private static final int CASES = 65;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> readsOrRefusesAsWritten() throws IOException {
    Files.writeString(folder.resolve("classification.yaml"), "catalogue: none\n");
    Files.writeString(folder.resolve("cert.pem"), "-----BEGIN CERTIFICATE-----\n");
    Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n");
    Files.writeString(
        folder.resolve("banner.mustache"),
        "<form action={{action}}>{{! no script }}{{#purposes}}{{name}}{{/purposes}}"
            + "{{^added}}{{text}}{{/added}}{{return}}{{accept}}{{ refuse }}{{choose-url}}</form>");
    Files.writeString(
        folder.resolve("broken.mustache"),
        "<p>{{action}}\n  {{acccept}} {{#purposes}}{{text}}{{/added}} {{#list}}{{/list}}\n{{#added}}\n{{x");
    return CaseFile.in("gate").stream()
        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> check(one)));
  }

  @Test
  void everyCaseIsThere() throws IOException {
    assertEquals(CASES, CaseFile.in("gate").size());
  }

  private void check(CaseFile one) throws IOException {
    Path file = Files.writeString(folder.resolve("gate.yaml"), one.input());
    String actual = rendered(ConfigLoader.load(file)).replace(folder + "/", "");
    if (CaseFile.isRecording()) {
      one.record(actual);
    }
    assertEquals(CaseFile.isRecording() ? actual : one.expected(), actual);
  }

  private static String rendered(Loaded<GateConfig> loaded) {
    return loaded instanceof Loaded.Ready<GateConfig> ready
        ? Rendering.of(ready.value())
        : Rendering.of(((Loaded.Refused<GateConfig>) loaded).findings());
  }
}
