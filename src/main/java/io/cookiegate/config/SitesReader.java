package io.cookiegate.config;

import io.cookiegate.consent.ConsentPolicy;
import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Position;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.Unclassified;
import io.cookiegate.wording.Appearance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the sites: no host belongs to two. */
final class SitesReader {
  private final FileReference files;
  private final Map<String, Position> taken = new HashMap<>();

  SitesReader(FileReference files) {
    this.files = files;
  }

  List<Site> sites(Fields top) {
    List<Site> sites = new ArrayList<>();
    for (Kind.Item<Node.Mapping> item : top.items(GateKeys.SITES)) {
      Site site = site(Fields.of(GateKeys.SITE, item.value(), top.findings()));
      if (site != null) {
        sites.add(site);
      }
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
    if (hosts.isEmpty() || upstream == null || consent == null) {
      return null;
    }
    return new Site(
        hosts, upstream, mode, consent, cookies, tags, banner, appearance, fields.position());
  }

  private List<String> hosts(Fields fields) {
    List<Kind.Item<String>> hosts = fields.items(GateKeys.HOSTS);
    for (Kind.Item<String> host : hosts) {
      Position first = taken.putIfAbsent(host.value(), host.node().position());
      if (first != null) {
        refuseSecond(host, first, fields);
      }
    }
    return Kind.Item.values(hosts);
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
