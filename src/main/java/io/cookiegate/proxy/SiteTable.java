package io.cookiegate.proxy;

import io.cookiegate.host.HostTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sites by host. Immutable. */
final class SiteTable {
  private final HostTable<Site> sites;

  /** A site and the canonical host by which it was found. */
  record Match(Site site, String host) {}

  private SiteTable(HostTable<Site> sites) {
    this.sites = sites;
  }

  static SiteTable of(List<Site> sites) {
    return new SiteTable(HostTable.of(sites, Site::hosts));
  }

  /** The site of a host as a request names it, without a port; null where there is none. */
  @Nullable Match find(String host) {
    HostTable.Match<Site> match = sites.find(host);
    return match == null ? null : new Match(match.value(), match.host());
  }
}
