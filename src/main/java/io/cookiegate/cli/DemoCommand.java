package io.cookiegate.cli;

import io.cookiegate.classification.Classification;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Limits;
import io.cookiegate.config.Listener;
import io.cookiegate.config.Operations;
import io.cookiegate.config.Receipts;
import io.cookiegate.config.Site;
import io.cookiegate.config.Timeouts;
import io.cookiegate.config.Upstream;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.demo.LegacySite;
import io.cookiegate.diagnostic.Position;
import io.cookiegate.diagnostic.Reason;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.gate.UngatedPaths;
import io.cookiegate.wording.Appearance;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The gate in front of a legacy site that comes with it: nothing else is needed to see what it does. */
@Command(
    name = "demo",
    description = "Runs the gate in front of a built-in old web site, to look at in a browser.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Position BUILT_IN = Position.ofFile("demo");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port of the gate, 0 for a free one; ${DEFAULT-VALUE} where none is given.")
  private int port;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65535) {
      throw new ParameterException(spec.commandLine(), "--port is not from 0 to 65535: " + port);
    }
    DemoFolder folder = DemoFolder.create();
    try (LegacySite site = startSite();
        RunningGate gate = RunningGate.start(config(site, folder))) {
      gate.heedSignals(folder::delete);
      greet(gate.addresses().get(0), site);
      gate.serve();
    }
    return ExitStatus.OK;
  }

  private static LegacySite startSite() {
    try {
      return LegacySite.start(0, Clock.systemUTC());
    } catch (IOException e) {
      throw new Failure(
          "The old web site of the demonstration does not start: " + Reason.of(e) + ".", e);
    }
  }

  private GateConfig config(LegacySite legacy, DemoFolder folder) {
    Classification classification = DemoClassification.load();
    Upstream upstream = new Upstream("http", LOOPBACK, legacy.port(), List.of(), null);
    Site site =
        new Site(
            List.of(Site.ANY_HOST),
            upstream,
            Mode.ENFORCE,
            ConsentPolicy.DEFAULT,
            Unclassified.KEEP,
            Unclassified.KEEP,
            Banner.NONE,
            Appearance.BUILT_IN,
            UngatedPaths.NONE,
            BUILT_IN);
    return new GateConfig(
        List.of(new Listener(LOOPBACK, port, null, false, BUILT_IN)),
        null,
        classification,
        List.of(site),
        new Receipts(folder.path(), null, null, null, Duration.ofDays(1), 1 << 20),
        Limits.DEFAULT,
        Timeouts.DEFAULT,
        Operations.DEFAULT,
        List.of());
  }

  private void greet(String gate, LegacySite site) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("The old web site is up, and the gate in front of it.");
    out.println();
    out.println(
        "  "
            + gate.replace(LOOPBACK, "localhost")
            + "/   through the gate: open this in a browser");
    out.println("  http://localhost:" + site.port() + "/   the site itself, to compare");
    out.println();
    out.println("Ctrl-C ends it.");
    out.flush();
  }
}
