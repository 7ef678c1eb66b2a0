package io.cookiegate.cli;

import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Loaded;
import io.cookiegate.config.Site;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a configuration and reports every problem in it. */
@Command(
    name = "check",
    description = "Reports every problem in a configuration; exit status 1 where there is one.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CONFIG",
      arity = "0..1",
      defaultValue = ConfigFile.DEFAULT,
      description = "The configuration; ${DEFAULT-VALUE} where none is named.")
  private Path config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Loaded<GateConfig> loaded = ConfigLoader.load(config);
    if (loaded instanceof Loaded.Refused<GateConfig> refused) {
      refused.findings().forEach(out::println);
      return ExitStatus.FAILED;
    }
    out.println(summary(((Loaded.Ready<GateConfig>) loaded).value()));
    return ExitStatus.OK;
  }

  private String summary(GateConfig ready) {
    String sites = ready.sites().stream().map(Site::name).collect(Collectors.joining(", "));
    return config
        + ": no problems; sites "
        + sites
        + "; "
        + ready.classification().services().size()
        + " services; classification "
        + ready.classification().version().substring(0, 12);
  }
}
