package io.cookiegate.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
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
    synopsisSubcommandLabel = "COMMAND")
public final class CookieGate implements Runnable {
  private static final List<String> COMMANDS =
      List.of("demo", "run", "check", "explain", "rewrite", "prove", "declaration", "receipts");

  @Spec private CommandSpec spec;

  /** Runs a command and ends with its exit status. */
  public static void main(String[] arguments) {
    Platform.prepare();
    int status =
        GateRun.isAll(arguments) ? run(arguments) : commandLine(arguments).execute(arguments);
    System.exit(ended(status, System.out, printer(System.err)));
  }

  /** The exit status of a command: half an answer, on a full disk, is none. */
  static int ended(int status, PrintStream out, PrintWriter err) {
    return out.checkError()
        ? Failure.tell(new Failure("Standard output took not all of the answer."), err)
        : status;
  }

  private static PrintWriter printer(PrintStream stream) {
    return new PrintWriter(stream, true, Charset.defaultCharset());
  }

  private static int run(String... arguments) {
    PrintWriter err = printer(System.err);
    try {
      return GateRun.run(arguments, printer(System.out), err);
    } catch (Exception e) {
      return Failure.tell(e, err);
    }
  }

  /** A parser that knows the command these arguments name, or all of them where they name none. */
  static CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new CookieGate());
    String named = arguments.length == 0 ? "" : arguments[0];
    // To make all commands takes a tenth of the time in which a gate starts.
    for (String name : COMMANDS.contains(named) ? List.of(named) : COMMANDS) {
      line.addSubcommand(name, command(name));
    }
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(CookieGate::refuse)
        .setExecutionExceptionHandler(CookieGate::fail);
  }

  private static Object command(String name) {
    return switch (name) {
      case "demo" -> new DemoCommand();
      case "run" -> new RunCommand();
      case "check" -> new CheckCommand();
      case "explain" -> new ExplainCommand();
      case "rewrite" -> new RewriteCommand();
      case "prove" -> new ProveCommand();
      case "declaration" -> new DeclarationCommand();
      case "receipts" -> new ReceiptsCommand();
      default -> throw new IllegalArgumentException("no such command: " + name);
    };
  }

  /** No command was named. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  private static int refuse(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("cookie-gate: " + Failure.oneLine(wrong.getMessage()));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE;
  }

  private static int fail(Exception failure, CommandLine command, CommandLine.ParseResult result) {
    return Failure.tell(failure, command.getErr());
  }
}
