package io.cookiegate.config;

import io.cookiegate.classification.Classification;
import io.cookiegate.diagnostic.Finding;
import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Position;
import java.nio.file.Path;
import java.util.List;

/** Reads what operators write. Never throws for what a file holds or for its absence. */
public final class ConfigLoader {
  private ConfigLoader() {}

  /** The configuration in a {@code gate.yaml} and in all files that it names. */
  public static Loaded<GateConfig> load(Path gateYaml) {
    return new Loaded.Refused<>(List.of(unreadable(gateYaml)));
  }

  /** The classification in a file, merged with the catalogue unless it is switched off there. */
  public static Loaded<Classification> loadClassification(Path classificationYaml) {
    return new Loaded.Refused<>(List.of(unreadable(classificationYaml)));
  }

  /** The classification that ships inside the product, alone. */
  public static Classification catalogue() {
    return Classification.of(List.of(), List.of());
  }

  private static Finding unreadable(Path file) {
    return new Finding(
        Position.ofFile(file.toString()),
        FindingCode.UNREADABLE_FILE,
        "",
        "it cannot be read",
        "allowed is a file that can be read");
  }
}
