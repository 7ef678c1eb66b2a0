package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import io.cookiegate.classification.Classification;
import io.cookiegate.gate.PageMarkup;
import io.cookiegate.gate.SiteRules;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator configured, checked as a whole. Immutable.
 *
 * @param listeners where the gate waits for visitors; empty at most for a filter
 * @param admin where health and metrics are served; null for nowhere
 * @param classification what counts as what, the catalogue included
 * @param sites never empty; no host belongs to two
 * @param receipts where choices are recorded; null for nowhere
 * @param operations what is set beside the sites
 * @param files every file it was read from, so that a change can be noticed
 */
public record GateConfig(
    List<Listener> listeners,
    @Nullable Admin admin,
    Classification classification,
    List<Site> sites,
    @Nullable Receipts receipts,
    Limits limits,
    Timeouts timeouts,
    Operations operations,
    List<Path> files) {
  public GateConfig {
    listeners = List.copyOf(listeners);
    requireNonNull(classification, "classification");
    sites = List.copyOf(sites);
    requireNonNull(limits, "limits");
    requireNonNull(timeouts, "timeouts");
    requireNonNull(operations, "operations");
    files = List.copyOf(files);
  }

  /**
   * The site of a host, else the one that takes the rest, else null.
   *
   * @param host canonical, as {@link io.cookiegate.host.HostName} gives it
   */
  public @Nullable Site site(String host) {
    Site named = siteNamed(host);
    return named != null ? named : siteNamed(Site.ANY_HOST);
  }

  private @Nullable Site siteNamed(String host) {
    return sites.stream().filter(site -> site.hosts().contains(host)).findFirst().orElse(null);
  }

  /** All by which the gate decides for one of the sites. */
  public SiteRules rules(Site site, PageMarkup markup) {
    return new SiteRules(
        classification,
        site.consent(),
        site.mode(),
        site.unclassifiedCookies(),
        site.unclassifiedTags(),
        limits.page(),
        site.banner(),
        markup,
        site.ungated());
  }
}
