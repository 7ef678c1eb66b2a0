package io.cookiegate.cli;

import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Loaded;
import io.cookiegate.diagnostic.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** The configuration that a command was pointed at. */
final class ConfigFile {
  /** Where it is looked for when the command line does not say. */
  static final String DEFAULT = "config/gate.yaml";

  private ConfigFile() {}

  /**
   * The configuration, ready to use.
   *
   * @param err where everything that is wrong with it is written, a line each
   * @throws Failure where it is refused
   */
  static GateConfig load(Path file, PrintWriter err) {
    return loaded(file, err).value();
  }

  /** The same with the files it was read from. */
  static Loaded.Ready<GateConfig> loaded(Path file, PrintWriter err) {
    Loaded<GateConfig> loaded = ConfigLoader.load(file);
    if (loaded instanceof Loaded.Ready<GateConfig> ready) {
      return ready;
    }
    List<Finding> findings = ((Loaded.Refused<GateConfig>) loaded).findings();
    findings.forEach(err::println);
    throw new Failure(refusal(file, findings.size()));
  }

  static String refusal(Path file, int findings) {
    return findings == 1
        ? "1 problem in " + file + "; nothing was started."
        : findings + " problems in " + file + "; nothing was started.";
  }
}
