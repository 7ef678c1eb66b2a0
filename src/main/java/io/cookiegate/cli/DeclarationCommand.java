package io.cookiegate.cli;

import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Site;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.host.HostName;
import io.cookiegate.page.BuiltInMarkup;
import io.cookiegate.page.Declaration;
import io.cookiegate.page.OwnPages;
import io.cookiegate.wording.Wording;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the cookie declaration of a site, the same that the gate shows there. */
@Command(
    name = "declaration",
    description = "Writes the cookie declaration of a site, as the gate shows it.",
    mixinStandardHelpOptions = true)
final class DeclarationCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CONFIG",
      arity = "0..1",
      defaultValue = ConfigFile.DEFAULT,
      description = "The configuration; ${DEFAULT-VALUE} where none is named.")
  private Path config;

  @Option(
      names = "--format",
      paramLabel = "html|json|md",
      defaultValue = "html",
      description = "${DEFAULT-VALUE} where none is given.")
  private Declaration.Format format;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "${DEFAULT-VALUE} where none is given.")
  private String language;

  @Option(
      names = "--site",
      paramLabel = "HOST",
      description = "A host of the site; the configuration's first site where none is named.")
  private @Nullable String host;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    GateConfig ready = ConfigFile.load(config, spec.commandLine().getErr());
    Site site = site(ready);
    Wording wording = site.appearance().wording();
    SiteRules rules =
        ready.rules(site, new BuiltInMarkup(OwnPages.DEFAULT_PREFIX, site.appearance()));
    Declaration declaration =
        Declaration.of(
            rules,
            wording.in(language(wording)),
            ready.receipts() != null,
            OwnPages.DEFAULT_PREFIX);
    PrintWriter out = spec.commandLine().getOut();
    out.print(declaration.as(format));
    out.flush();
    return ExitStatus.OK;
  }

  private Site site(GateConfig ready) {
    if (host == null) {
      return ready.sites().get(0);
    }
    String canonical = HostName.canonical(host);
    Site site = canonical == null ? null : ready.site(canonical);
    if (site == null) {
      throw new Failure("No site in " + config + " answers to " + host + ".");
    }
    return site;
  }

  private String language(Wording wording) {
    String known = wording.language(language);
    if (known.equals("en") && !language.toLowerCase(Locale.ROOT).startsWith("en")) {
      throw new ParameterException(
          spec.commandLine(), "--lang is none of the languages that there are: " + language);
    }
    return known;
  }
}
