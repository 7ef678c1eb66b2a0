package io.cookiegate.proxy;

import static java.util.Objects.requireNonNull;

import io.cookiegate.gate.Gate;
import io.cookiegate.host.HostTable;
import io.cookiegate.page.OwnPages;
import java.util.List;

/**
 * A site behind the gate.
 *
 * @param hosts the canonical host names it answers to; {@code *} takes what no other site has
 * @param upstream where it runs
 * @param gate what judges its traffic
 * @param pages what the gate answers itself
 */
public record Site(List<String> hosts, Upstream upstream, Gate gate, OwnPages pages) {
  /** The host that stands for every host no other site has. */
  public static final String REST = HostTable.REST;

  public Site {
    hosts = List.copyOf(hosts);
    requireNonNull(upstream, "upstream");
    requireNonNull(gate, "gate");
    requireNonNull(pages, "pages");
  }

  /** The word for it in logs and metrics: its first host. */
  String name() {
    return hosts.get(0);
  }

  /** A site whose own pages are where they are by default. */
  public Site(List<String> hosts, Upstream upstream, Gate gate) {
    this(hosts, upstream, gate, new OwnPages(gate, OwnPages.DEFAULT_PREFIX));
  }
}
