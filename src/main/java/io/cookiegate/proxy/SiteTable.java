package io.cookiegate.proxy;

import io.cookiegate.host.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sites by host. Immutable. */
final class SiteTable {
  private final Map<String, Match> byHost;
  private final @Nullable Site rest;

  /** A site and the canonical host by which it was found. */
  record Match(Site site, String host) {}

  private SiteTable(Map<String, Match> byHost, @Nullable Site rest) {
    this.byHost = byHost;
    this.rest = rest;
  }

  static SiteTable of(List<Site> sites) {
    Map<String, Match> byHost = new HashMap<>();
    for (Site site : sites) {
      for (String host : site.hosts()) {
        if (byHost.put(host, new Match(site, host)) != null) {
          throw new IllegalArgumentException("two sites have the host " + host);
        }
      }
    }
    Match rest = byHost.remove(Site.REST);
    return new SiteTable(Map.copyOf(byHost), rest == null ? null : rest.site());
  }

  /** The site of a host as a request names it, without a port; null where there is none. */
  @Nullable Match find(String host) {
    Match match = byHost.get(host);
    if (match != null) {
      return match;
    }
    String canonical = HostName.canonical(host);
    if (canonical == null) {
      return null;
    }
    match = byHost.get(canonical);
    return match == null && rest != null ? new Match(rest, canonical) : match;
  }
}
