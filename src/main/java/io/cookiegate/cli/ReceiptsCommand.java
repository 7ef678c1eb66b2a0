package io.cookiegate.cli;

import io.cookiegate.config.GateConfig;
import io.cookiegate.receipt.Head;
import io.cookiegate.receipt.LedgerBook;
import io.cookiegate.receipt.LedgerException;
import io.cookiegate.receipt.Verification;
import io.cookiegate.recording.ReceiptDesk;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Reads the ledger of recorded choices, beside a running gate or without one. */
@Command(
    name = "receipts",
    description = "Exports, verifies, shows and erases the receipts of visitors' choices.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ReceiptsCommand implements Runnable {
  private static final Pattern NOTED = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      defaultValue = ConfigFile.DEFAULT,
      scope = ScopeType.INHERIT,
      description = "The configuration; ${DEFAULT-VALUE} where none is named.")
  private Path config;

  @Spec private CommandSpec spec;

  /** Something is done with the open ledger. */
  private interface Reading {
    int with(LedgerBook book) throws LedgerException;
  }

  /** What is exported as. */
  enum Format {
    JSON,
    CSV
  }

  /** No command was named. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "A command is missing: export, verify, show or erase.");
  }

  private int read(Reading reading) {
    GateConfig ready = ConfigFile.load(config, spec.commandLine().getErr());
    if (ready.receipts() == null) {
      throw new Failure("The configuration " + config + " records no choices.");
    }
    try (LedgerBook book = LedgerBook.open(ReceiptDesk.settings(ready.receipts()))) {
      return reading.with(book);
    } catch (LedgerException e) {
      throw new Failure(String.valueOf(e.getMessage()), e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private UUID id(String id) {
    try {
      UUID uuid = UUID.fromString(id);
      if (uuid.toString().equals(id.toLowerCase(Locale.ROOT))) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      // The sentence below says it for both.
    }
    throw new ParameterException(spec.commandLine(), "ID is not the number of a receipt: " + id);
  }

  @Command(
      name = "export",
      description = "Writes every receipt that was not erased, the oldest first.",
      mixinStandardHelpOptions = true)
  int export(
      @Option(
              names = "--format",
              paramLabel = "json|csv",
              defaultValue = "json",
              description = "${DEFAULT-VALUE} where none is given.")
          Format format) {
    return read(
        book -> {
          ReceiptWriter writer = ReceiptWriter.of(format, out());
          writer.begin();
          book.export(writer::write);
          writer.end();
          return ExitStatus.OK;
        });
  }

  @Command(
      name = "verify",
      description = "Looks at every entry; exit status 1 where one was removed or changed.",
      mixinStandardHelpOptions = true)
  int verify(
      @Option(
              names = "--head",
              paramLabel = "N:HASH",
              description = "Where the chain ended once, as this command said then.")
          @Nullable String head) {
    Head noted = head == null ? null : noted(head);
    return read(
        book -> {
          Verification verification = book.verify(noted);
          verification.problems().forEach(out()::println);
          out().println(summary(verification));
          return verification.isWhole() ? ExitStatus.OK : ExitStatus.FAILED;
        });
  }

  private Head noted(String head) {
    var parts = NOTED.matcher(head);
    if (!parts.matches()) {
      throw new ParameterException(
          spec.commandLine(), "--head is not a number and a hash with a colon between: " + head);
    }
    return new Head(Long.parseLong(parts.group(1)), parts.group(2));
  }

  private static String summary(Verification found) {
    String all =
        found.receipts()
            + " receipts, "
            + found.erased()
            + " erased; "
            + found.removed()
            + " entries were kept for long enough and removed; ";
    return found.isWhole()
        ? all + "the chain is whole up to " + found.head()
        : all + "the chain is broken.";
  }

  @Command(name = "show", description = "Shows one receipt.", mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "ID", description = "Its number, as the visitor sees it.")
          String id) {
    UUID wanted = id(id);
    return read(
        book -> {
          LedgerBook.Found found = book.find(wanted);
          if (found instanceof LedgerBook.Found.There there) {
            ReceiptWriter.lines(there.receipt(), there.seq(), out());
          } else if (found instanceof LedgerBook.Found.Erased erased) {
            out()
                .println(
                    wanted + " was erased on " + erased.time() + " by the " + erased.by() + ".");
          } else {
            throw new Failure(
                "The ledger has no receipt " + wanted + "; one of a moment ago may still wait.");
          }
          return ExitStatus.OK;
        });
  }

  @Command(
      name = "erase",
      description = "Erases one receipt; a trace of it without content stays in the chain.",
      mixinStandardHelpOptions = true)
  int erase(
      @Parameters(paramLabel = "ID", description = "Its number, as the visitor sees it.")
          String id) {
    UUID wanted = id(id);
    return read(
        book -> {
          book.erase(wanted);
          out().println(wanted + " is erased.");
          return ExitStatus.OK;
        });
  }
}
