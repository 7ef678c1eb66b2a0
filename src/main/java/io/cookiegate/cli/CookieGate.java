package io.cookiegate.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code cookie-gate}. */
@Command(
    name = "cookie-gate",
    description =
        "Keeps marketing and analytics cookies and tags from visitors who have not consented.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      RewriteCommand.class,
      ProveCommand.class,
      DeclarationCommand.class,
      ReceiptsCommand.class
    })
public final class CookieGate implements Runnable {
  private static final String LOGGING = "logback.configurationFile";

  @Spec private CommandSpec spec;

  /** Runs a command and ends with its exit status. */
  public static void main(String[] arguments) {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "io/cookiegate/cli/logback.xml");
    }
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new CookieGate())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(CookieGate::refuse)
        .setExecutionExceptionHandler(CookieGate::fail);
  }

  /** No command was named. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  private static int refuse(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("cookie-gate: " + oneLine(wrong.getMessage()));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE;
  }

  private static int fail(Exception failure, CommandLine command, CommandLine.ParseResult result) {
    command.getErr().println("cookie-gate: " + sentence(failure));
    return ExitStatus.FAILED;
  }

  private static String sentence(Exception failure) {
    if (failure instanceof Failure) {
      return oneLine(failure.getMessage());
    }
    String message = failure.getMessage();
    return "This should not have happened: "
        + failure.getClass().getSimpleName().replace("Exception", "")
        + (message == null ? "." : ", " + oneLine(message));
  }

  private static String oneLine(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
  }
}
