package io.cookiegate.servlet;

import io.cookiegate.config.ConfigWatch;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Loaded;
import io.cookiegate.diagnostic.Finding;
import io.cookiegate.inventory.Inventory;
import io.cookiegate.receipt.LedgerException;
import io.cookiegate.recording.ReceiptDesk;
import jakarta.servlet.ServletException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sites of a running application, as its configuration says now: a change is taken, and a broken
 * one refused. The ledger is the one of the start.
 */
final class LiveSites implements ConfigWatch.Receiver<GateConfig>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSites.class);

  private final String prefix;
  private final Inventory inventory;
  private final GateConfig started;
  private final ReceiptDesk receipts;
  private volatile FilterSites sites;
  private @Nullable ConfigWatch<GateConfig> watch;

  private LiveSites(String prefix, Inventory inventory, GateConfig started, ReceiptDesk receipts) {
    this.prefix = prefix;
    this.inventory = inventory;
    this.started = started;
    this.receipts = receipts;
    this.sites = sites(started);
  }

  /**
   * The sites that a source says, from now on.
   *
   * @param prefix the first part of the paths of the gate's own pages
   */
  static LiveSites start(FilterSource source, String prefix, Inventory inventory)
      throws ServletException {
    Loaded<GateConfig> loaded = source.get();
    if (loaded instanceof Loaded.Refused<GateConfig> refused) {
      throw unconfigured(refused.findings().stream().map(Finding::toString), null);
    }
    GateConfig config = ((Loaded.Ready<GateConfig>) loaded).value();
    LiveSites live = new LiveSites(prefix, inventory, config, desk(config, loaded));
    live.log(config);
    if (source.canChange()) {
      ConfigWatch<GateConfig> started = ConfigWatch.of(source, loaded.files(), live);
      started.start();
      live.watch = started;
    }
    return live;
  }

  private static ServletException unconfigured(Stream<String> problems, @Nullable Exception cause) {
    return new ServletException(
        problems.collect(Collectors.joining("\n", "Cookie Gate is not configured:\n", "")), cause);
  }

  private static ReceiptDesk desk(GateConfig config, Loaded<GateConfig> loaded)
      throws ServletException {
    try {
      return ReceiptDesk.open(config.receipts());
    } catch (LedgerException e) {
      Path file = loaded.files().paths().get(0).getFileName();
      throw unconfigured(Stream.of(file + " unusable-receipts receipts: " + e.getMessage()), e);
    }
  }

  private FilterSites sites(GateConfig config) {
    return FilterSites.of(config, prefix, inventory, receipts);
  }

  /** What is in use. */
  FilterSites current() {
    return sites;
  }

  @Override
  public void changed(GateConfig config) {
    sites = sites(config);
    log(config);
    if (!Objects.equals(started.receipts(), config.receipts())) {
      LOG.warn("what has changed in receipts takes effect when the application starts anew");
    }
  }

  private void log(GateConfig config) {
    LOG.info("configuration in use: classification {}", config.classification().version());
  }

  @Override
  public void refused(List<Finding> findings) {
    LOG.warn("configuration refused, the one before stays in use: {} problems", findings.size());
    findings.forEach(finding -> LOG.warn("{}", finding));
  }

  @Override
  public void close() {
    ConfigWatch<GateConfig> started = watch;
    if (started != null) {
      started.close();
    }
    receipts.close();
  }
}
