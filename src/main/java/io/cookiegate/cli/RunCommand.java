package io.cookiegate.cli;

import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Loaded;
import io.cookiegate.config.Site;
import io.cookiegate.gate.Mode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The gate, as configured, until the process is told to end. */
@Command(
    name = "run",
    description = {
      "Runs the gate in front of the sites of a configuration.",
      "A change of its files is taken without a restart, at once by SIGHUP; a broken one is refused."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CONFIG",
      arity = "0..1",
      defaultValue = ConfigFile.DEFAULT,
      description = "The configuration; ${DEFAULT-VALUE} where none is named.")
  private Path config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Loaded.Ready<GateConfig> loaded = ConfigFile.loaded(config, spec.commandLine().getErr());
    GateConfig ready = loaded.value();
    try (RunningGate gate = RunningGate.start(ready)) {
      gate.addresses().forEach(address -> out.println("Listening on " + address));
      if (gate.adminAddress() != null) {
        out.println("For operators: " + gate.adminAddress() + "inventory");
      }
      ready.sites().forEach(site -> out.println(line(site)));
      out.flush();
      gate.watch(config, loaded.files());
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
