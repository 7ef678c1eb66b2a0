package io.cookiegate.cli;

import java.nio.file.Path;
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
    return GateRun.run(config, spec.commandLine().getOut(), spec.commandLine().getErr());
  }
}
