package io.cookiegate.proxy;

import io.cookiegate.host.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sites by host. Immutable. */
final class SiteTable {
  private final Map<String, Match> byHost;
  private final @Nullable Site rest;
  private final Lately lately = new Lately();

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
    return lately.find(host, this::read);
  }

  private @Nullable Match read(String host) {
    String canonical = HostName.canonical(host);
    if (canonical == null) {
      return null;
    }
    Match match = byHost.get(canonical);
    return match == null && rest != null ? new Match(rest, canonical) : match;
  }

  /** The hosts asked for lately that are no site's as they stand: few, because visitors choose them. */
  private static final class Lately {
    private static final int PLACES = 64;
    private static final int LONGEST = 253;

    private record Read(String host, @Nullable Match match) {}

    private final AtomicReferenceArray<@Nullable Read> places = new AtomicReferenceArray<>(PLACES);

    @Nullable Match find(String host, Function<String, @Nullable Match> reader) {
      if (host.length() > LONGEST) {
        return reader.apply(host);
      }
      int place = host.hashCode() & (PLACES - 1);
      Read known = places.get(place);
      if (known == null || !known.host().equals(host)) {
        known = new Read(host, reader.apply(host));
        places.set(place, known);
      }
      return known.match();
    }
  }
}
