package io.cookiegate.cli;

import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Site;
import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.GateLimits;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.PageMarkup;
import io.cookiegate.gate.SiteRules;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.host.HostName;
import io.cookiegate.page.BuiltInMarkup;
import io.cookiegate.page.OwnPages;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say by which site's rules something is judged. */
final class SiteOptions {
  private static final String NO_SITE = "localhost";
  private static final PageMarkup MARKUP = new BuiltInMarkup(OwnPages.DEFAULT_PREFIX);

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description =
          "The configuration; "
              + ConfigFile.DEFAULT
              + " where none is named, and the built-in catalogue alone where that does not exist.")
  private @Nullable Path config;

  @Option(
      names = "--site",
      paramLabel = "HOST",
      description = "A host of the site; the configuration's first site where none is named.")
  private @Nullable String site;

  TrialSite choose(PrintWriter err) {
    String host = host();
    Path file = config == null ? Path.of(ConfigFile.DEFAULT) : config;
    if (config == null && !Files.exists(file)) {
      return new TrialSite(catalogueAlone(), host == null ? NO_SITE : host, true, "/");
    }
    GateConfig ready = ConfigFile.load(file, err);
    Site chosen = host == null ? ready.sites().get(0) : ready.site(host);
    if (chosen == null) {
      throw new Failure("No site in " + file + " answers to " + host + ".");
    }
    return new TrialSite(
        ready.rules(chosen, MARKUP).enforced(), // also one that only observes
        host == null ? nameOf(chosen) : host,
        true,
        "/");
  }

  private @Nullable String host() {
    String host = site == null ? null : HostName.canonical(site);
    if (site != null && host == null) {
      throw new Failure("--site is not a host name: " + site + ".");
    }
    return host;
  }

  private static String nameOf(Site site) {
    return site.name().equals(Site.ANY_HOST) ? NO_SITE : site.name();
  }

  private static SiteRules catalogueAlone() {
    return new SiteRules(
        ConfigLoader.catalogue(),
        ConsentPolicy.DEFAULT,
        Mode.ENFORCE,
        Unclassified.KEEP,
        Unclassified.KEEP,
        GateLimits.DEFAULT,
        Banner.NONE,
        MARKUP);
  }
}
