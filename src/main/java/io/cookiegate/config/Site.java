package io.cookiegate.config;

import static java.util.Objects.requireNonNull;

import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.diagnostic.Position;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.gate.UngatedPaths;
import io.cookiegate.wording.Appearance;
import java.util.List;

/**
 * A site: the hosts it is known by, and what the gate does for it.
 *
 * @param hosts canonical host names, never empty; {@link #ANY_HOST} takes what no other site names
 * @param unclassifiedCookies what happens to cookies that no rule matches
 * @param unclassifiedTags what happens to tags of third-party hosts that no rule matches
 * @param appearance how what visitors meet reads and looks
 * @param ungated what the gate leaves alone
 * @param position where it is written
 */
public record Site(
    List<String> hosts,
    Upstream upstream,
    Mode mode,
    ConsentPolicy consent,
    Unclassified unclassifiedCookies,
    Unclassified unclassifiedTags,
    Banner banner,
    Appearance appearance,
    UngatedPaths ungated,
    Position position) {
  /** The host that stands for every host no other site names. */
  public static final String ANY_HOST = "*";

  public Site {
    hosts = List.copyOf(hosts);
    requireNonNull(upstream, "upstream");
    requireNonNull(mode, "mode");
    requireNonNull(consent, "consent");
    requireNonNull(unclassifiedCookies, "unclassifiedCookies");
    requireNonNull(unclassifiedTags, "unclassifiedTags");
    requireNonNull(banner, "banner");
    requireNonNull(appearance, "appearance");
    requireNonNull(ungated, "ungated");
    requireNonNull(position, "position");
  }

  /** The word for the site in logs and metrics: its first host. */
  public String name() {
    return hosts.get(0);
  }
}
