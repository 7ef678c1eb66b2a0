package io.cookiegate.cli;

import io.cookiegate.gate.BodyClosedException;
import io.cookiegate.host.HostName;
import io.cookiegate.host.WebUrl;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A page from standard input through the gate to standard output, as a visitor without consent gets it. */
@Command(
    name = "rewrite",
    description =
        "Writes a page from standard input to standard output as a visitor without consent gets it.",
    mixinStandardHelpOptions = true)
final class RewriteCommand implements Callable<Integer> {
  @Mixin private SiteOptions site;

  @Option(
      names = "--page-url",
      paramLabel = "URL",
      description = "The address of the page; the root of the site where none is given.")
  private @Nullable String pageUrl;

  @Option(
      names = "--charset",
      paramLabel = "CS",
      description = "The charset that the server states; without it, the page itself says.")
  private @Nullable String charset;

  @Option(
      names = "--report",
      description =
          "Writes to standard error what was kept and removed, by which rule, and where that is written.")
  private boolean report;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String contentType = contentType();
    TrialSite chosen = site.choose(spec.commandLine().getErr());
    Trial trial = new Trial(pageUrl == null ? chosen : at(chosen, pageUrl));
    try {
      rewrite(trial, contentType);
    } catch (BodyClosedException e) {
      throw new Failure("The gate sends no more of this page: " + e.closure().sentence() + ".", e);
    } finally {
      report(trial);
    }
    return ExitStatus.OK;
  }

  private static void rewrite(Trial trial, String contentType) throws IOException {
    OutputStream out = new BufferedOutputStream(System.out);
    try {
      trial.page(contentType, System.in, bytes -> write(bytes, out));
    } finally {
      out.flush();
    }
  }

  private static void write(ByteBuffer bytes, OutputStream out) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    try {
      out.write(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrialSite at(TrialSite chosen, String address) {
    WebUrl url = WebUrl.parse(address, null);
    String host = url == null ? null : url.matchHost();
    if (url == null || host == null || !url.isNetwork()) {
      throw new ParameterException(
          spec.commandLine(), "--page-url is not the address of a page: " + address);
    }
    return chosen.at(
        url.scheme().equals("https"),
        HostName.canonical(host) == null ? chosen.host() : host,
        url.path());
  }

  private String contentType() {
    if (charset == null) {
      return "text/html";
    }
    try {
      return "text/html; charset=" + Charset.forName(charset).name();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--charset is not a known charset: " + charset, e);
    }
  }

  private void report(Trial trial) {
    if (report) {
      PrintWriter err = spec.commandLine().getErr();
      trial.seen().forEach(sighted -> err.println(Explanation.line(sighted)));
      err.flush();
    }
  }
}
