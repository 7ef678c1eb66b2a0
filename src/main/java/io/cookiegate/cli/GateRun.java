package io.cookiegate.cli;

import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Loaded;
import io.cookiegate.config.Site;
import io.cookiegate.gate.Mode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code run} does, without the reader of command lines, whose making is a tenth of the time in
 * which a gate starts.
 */
final class GateRun {
  private GateRun() {}

  /** Whether a command line is {@code run} or {@code run CONFIG}, and nothing that takes reading. */
  static boolean isAll(String[] arguments) {
    return arguments.length >= 1
        && arguments[0].equals("run")
        && (arguments.length == 1 || (arguments.length == 2 && isName(arguments[1])));
  }

  // Options begin with '-', and '@' names a file of arguments.
  private static boolean isName(String argument) {
    return !argument.isEmpty() && argument.charAt(0) != '-' && argument.charAt(0) != '@';
  }

  /** Runs by such a command line. */
  static int run(String[] arguments, PrintWriter out, PrintWriter err) throws InterruptedException {
    return run(Path.of(arguments.length == 2 ? arguments[1] : ConfigFile.DEFAULT), out, err);
  }

  /** Runs until the process is told to end. */
  static int run(Path config, PrintWriter out, PrintWriter err) throws InterruptedException {
    Loaded.Ready<GateConfig> loaded = ConfigFile.loaded(config, err);
    GateConfig ready = loaded.value();
    try (RunningGate gate = RunningGate.start(ready)) {
      gate.heedSignals(() -> {});
      gate.watch(config, loaded.files());
      gate.addresses().forEach(address -> out.println("Listening on " + address));
      if (gate.adminAddress() != null) {
        out.println("For operators: " + gate.adminAddress() + "inventory");
      }
      ready.sites().forEach(site -> out.println(line(site)));
      out.flush();
      gate.serve();
    }
    return ExitStatus.OK;
  }

  private static String standbys(Site site) {
    List<String> others = site.upstream().standbys();
    return others.isEmpty() ? "" : " (or " + String.join(", ", others) + ")";
  }

  private static String line(Site site) {
    String mode = site.mode() == Mode.OBSERVE ? " (observing only: nothing is removed)" : "";
    return String.join(", ", site.hosts())
        + " in front of "
        + site.upstream().origin()
        + standbys(site)
        + mode;
  }
}
