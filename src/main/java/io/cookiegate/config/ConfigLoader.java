package io.cookiegate.config;

import io.cookiegate.classification.Classification;
import io.cookiegate.diagnostic.Findings;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what operators write. Never throws for what a file holds or for its absence. */
public final class ConfigLoader {
  private ConfigLoader() {}

  /** The configuration in a {@code gate.yaml} and in all files that it names. */
  public static Loaded<GateConfig> load(Path gateYaml) {
    return load(gateYaml, FrontDoor.PROXY);
  }

  /**
   * The configuration of a filter in such files: what a filter does not use may be left out, and
   * without sites there is one for every host.
   */
  public static Loaded<GateConfig> loadFilter(Path gateYaml) {
    return load(gateYaml, FrontDoor.FILTER);
  }

  /**
   * The configuration of a filter with one site, in parameters that are named as its keys.
   *
   * @param from a file in the folder from which file names are meant; it need not be there
   */
  public static Loaded<GateConfig> loadFilter(Map<String, String> parameters, Path from) {
    Findings findings = new Findings();
    GateReader reader = new GateReader(from, FrontDoor.FILTER, findings);
    GateConfig config = reader.read(new ParameterNodes(parameters).document());
    return loaded(config, findings, reader.named());
  }

  private static Loaded<GateConfig> load(Path gateYaml, FrontDoor door) {
    Findings findings = new Findings();
    GateReader reader = new GateReader(gateYaml, door, findings);
    SourceText source = SourceText.read(gateYaml, findings);
    GateConfig config = source == null ? null : reader.read(source);
    return loaded(config, findings, reader.named());
  }

  /** The classification in a file, over the catalogue unless that is switched off there. */
  public static Loaded<Classification> loadClassification(Path classificationYaml) {
    Findings findings = new Findings();
    FilesRead files = new FilesRead();
    files.add(classificationYaml);
    Classification read = ClassificationReader.read(classificationYaml, findings);
    return loaded(read, findings, files);
  }

  /** The classification that ships inside the product, alone. */
  public static Classification catalogue() {
    return Catalogue.contents().indexed();
  }

  private static <T> Loaded<T> loaded(@Nullable T value, Findings findings, FilesRead files) {
    return value != null && findings.isEmpty()
        ? new Loaded.Ready<>(value, files)
        : new Loaded.Refused<>(findings.inOrder(), files);
  }
}
