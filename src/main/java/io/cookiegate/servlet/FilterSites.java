package io.cookiegate.servlet;

import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Site;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.PageMarkup;
import io.cookiegate.gate.PageMemory;
import io.cookiegate.host.HostTable;
import io.cookiegate.inventory.Inventory;
import io.cookiegate.page.BuiltInMarkup;
import io.cookiegate.page.OwnPages;
import io.cookiegate.recording.ReceiptDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sites that an application serves, by host. Immutable. */
final class FilterSites {
  private final HostTable<Door> doors;

  /**
   * A site as visitors come to it.
   *
   * @param pages what the gate answers itself
   */
  record Door(List<String> hosts, Gate gate, OwnPages pages) {}

  private FilterSites(HostTable<Door> doors) {
    this.doors = doors;
  }

  /**
   * The sites of a configuration.
   *
   * @param prefix the first part of the paths of the gate's own pages
   */
  static FilterSites of(
      GateConfig config, String prefix, Inventory inventory, ReceiptDesk receipts) {
    PageMemory memory = PageMemory.of(config.limits().pageMemoryBytes());
    return new FilterSites(
        HostTable.of(
            config.sites().stream()
                .map(site -> door(config, site, prefix, inventory, receipts, memory))
                .toList(),
            Door::hosts));
  }

  private static Door door(
      GateConfig config,
      Site site,
      String prefix,
      Inventory inventory,
      ReceiptDesk receipts,
      PageMemory memory) {
    PageMarkup markup = new BuiltInMarkup(prefix, site.appearance(), receipts.records());
    Gate gate = Gate.of(config.rules(site, markup), inventory.of(site.name()), memory);
    OwnPages pages = new OwnPages(gate, prefix, receipts.of(site.name()), site.appearance());
    return new Door(site.hosts(), gate, pages);
  }

  /** The site of a host as a request names it; null where there is none. */
  HostTable.@Nullable Match<Door> find(@Nullable String host) {
    return host == null ? null : doors.find(host);
  }
}
