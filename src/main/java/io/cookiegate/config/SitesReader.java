package io.cookiegate.config;

import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Position;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.gate.UngatedPaths;
import io.cookiegate.wording.Appearance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the sites: no host belongs to two. */
final class SitesReader {
  private final FileReference files;
  private final FrontDoor door;
  private final Map<String, Position> taken = new HashMap<>();

  SitesReader(FileReference files, FrontDoor door) {
    this.door = door;
    this.files = files;
  }

  List<Site> sites(Fields top) {
    List<Site> sites = new ArrayList<>();
    for (Kind.Item<Node.Mapping> item : top.items(GateKeys.SITES)) {
      Site site = site(Fields.of(door.site(), item.value(), top.findings()));
      if (site != null) {
        sites.add(site);
      }
    }
    if (door == FrontDoor.FILTER && !top.has(GateKeys.SITES)) {
      Site whole = site(top.open(GateKeys.SITES_LEFT_OUT, door.site()));
      return whole == null ? List.of() : List.of(whole);
    }
    return sites;
  }

  private @Nullable Site site(Fields fields) {
    List<String> hosts = hosts(fields);
    Upstream upstream = upstream(fields);
    ConsentPolicy consent = ConsentReader.read(fields);
    Fields unclassified = fields.open(GateKeys.UNCLASSIFIED, GateKeys.SITE_UNCLASSIFIED);
    // All of it is read before anything is given up, so that every problem is reported at once.
    Mode mode = fields.orDefault(GateKeys.MODE);
    Unclassified cookies = unclassified.orDefault(GateKeys.COOKIES);
    Unclassified tags = unclassified.orDefault(GateKeys.TAGS);
    Banner banner = fields.orDefault(GateKeys.BANNER);
    Appearance appearance = AppearanceReader.read(fields, files);
    UngatedPaths ungated = new UngatedPaths(Kind.Item.values(fields.items(GateKeys.UNGATED_PATHS)));
    if (hosts.isEmpty() || upstream == null || consent == null) {
      return null;
    }
    return new Site(
        hosts,
        upstream,
        mode,
        consent,
        cookies,
        tags,
        banner,
        appearance,
        ungated,
        fields.position());
  }

  private List<String> hosts(Fields fields) {
    if (door == FrontDoor.FILTER && !fields.has(GateKeys.HOSTS)) {
      return rest(fields);
    }
    List<Kind.Item<String>> hosts = fields.items(GateKeys.HOSTS);
    for (Kind.Item<String> host : hosts) {
      Position first = taken.putIfAbsent(host.value(), host.node().position());
      if (first != null) {
        refuseSecond(host, first, fields);
      }
    }
    return Kind.Item.values(hosts);
  }

  /** Within an application there may be one site that does not say its hosts. */
  private List<String> rest(Fields fields) {
    if (taken.putIfAbsent(Site.ANY_HOST, fields.position()) == null) {
      return List.of(Site.ANY_HOST);
    }
    fields.require(GateKeys.HOSTS);
    return List.of();
  }

  private static void refuseSecond(Kind.Item<String> host, Position first, Fields fields) {
    fields
        .findings()
        .add(
            host.node().position(),
            FindingCode.DUPLICATE_HOST,
            host.node().path(),
            host.node().shown() + " is given already in line " + first.line(),
            "allowed is each host once");
  }

  private @Nullable Upstream upstream(Fields fields) {
    if (door == FrontDoor.FILTER && !fields.has(GateKeys.UPSTREAM)) {
      return Upstream.WITHIN;
    }
    Upstream upstream = fields.get(GateKeys.UPSTREAM);
    if (upstream == null || !fields.has(GateKeys.AUTHORITIES)) {
      return upstream;
    }
    if (!upstream.isSecure()) {
      fields.refuse(
          GateKeys.AUTHORITIES,
          FindingCode.CONFLICT,
          "authorities are given for an http upstream",
          "allowed beside an https upstream");
    }
    return upstream.trusting(files.get(fields, GateKeys.AUTHORITIES, Pem.CERTIFICATE));
  }
}
