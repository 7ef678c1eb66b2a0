package io.cookiegate.cli;

import io.cookiegate.classification.Classification;
import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.Loaded;
import io.cookiegate.diagnostic.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The classification of the first site, as it is packed beside the commands. */
final class DemoClassification {
  private static final String RESOURCE = "classification.yaml";

  private DemoClassification() {}

  static Classification load() {
    try {
      Path copy = Files.createTempFile("cookie-gate-demo", ".yaml");
      try (InputStream packed = DemoClassification.class.getResourceAsStream(RESOURCE)) {
        Files.copy(
            Objects.requireNonNull(packed, RESOURCE), copy, StandardCopyOption.REPLACE_EXISTING);
        return ready(ConfigLoader.loadClassification(copy));
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new Failure(
          "The classification of the demonstration cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  private static Classification ready(Loaded<Classification> loaded) {
    if (loaded instanceof Loaded.Ready<Classification> ready) {
      return ready.value();
    }
    throw new Failure("The classification of the demonstration is broken.");
  }
}
