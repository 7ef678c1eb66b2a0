package io.cookiegate.cli;

import io.cookiegate.config.GateConfig;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.PageMarkup;
import io.cookiegate.gate.PageMemory;
import io.cookiegate.page.BuiltInMarkup;
import io.cookiegate.page.OwnPages;
import io.cookiegate.proxy.Listener;
import io.cookiegate.proxy.ProxyLimits;
import io.cookiegate.proxy.ProxySettings;
import io.cookiegate.proxy.ProxyTimeouts;
import io.cookiegate.proxy.Site;
import io.cookiegate.proxy.TlsFiles;
import io.cookiegate.proxy.Upstream;
import io.cookiegate.recording.ReceiptDesk;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operator configured, put into the terms of the proxy. */
final class Assembly {
  private Assembly() {}

  static ProxySettings settings(GateConfig config, Observation observation, ReceiptDesk receipts) {
    return new ProxySettings(
            listeners(config),
            sites(config, observation, receipts),
            limits(config.limits()),
            timeouts(config))
        .with(config.operations().forwarding())
        .with(config.operations().accessLog())
        .with(config.operations().deviations())
        .with(new RequestNumbers(observation.metrics()));
  }

  static List<Listener> listeners(GateConfig config) {
    return config.listeners().stream().map(Assembly::listener).toList();
  }

  static List<Site> sites(GateConfig config, Observation observation, ReceiptDesk receipts) {
    PageMemory memory = PageMemory.of(config.limits().pageMemoryBytes());
    return config.sites().stream()
        .map(site -> site(config, site, observation, receipts, memory))
        .toList();
  }

  private static Listener listener(io.cookiegate.config.Listener listener) {
    return new Listener(
        listener.host(), listener.port(), tls(listener.tls()), listener.proxyProtocol());
  }

  private static @Nullable TlsFiles tls(io.cookiegate.config.Listener.@Nullable Tls tls) {
    return tls == null ? null : new TlsFiles(tls.certificate(), tls.key());
  }

  private static Site site(
      GateConfig config,
      io.cookiegate.config.Site site,
      Observation observation,
      ReceiptDesk receipts,
      PageMemory memory) {
    PageMarkup markup =
        new BuiltInMarkup(OwnPages.DEFAULT_PREFIX, site.appearance(), receipts.records());
    Gate gate = Gate.of(config.rules(site, markup), observation.of(site.name()), memory);
    OwnPages pages =
        new OwnPages(gate, OwnPages.DEFAULT_PREFIX, receipts.of(site.name()), site.appearance());
    return new Site(site.hosts(), upstream(site.upstream()), gate, pages);
  }

  private static Upstream upstream(io.cookiegate.config.Upstream upstream) {
    List<URI> origins =
        Stream.concat(Stream.of(upstream.origin()), upstream.standbys().stream())
            .map(URI::create)
            .toList();
    return new Upstream(origins, upstream.authorities());
  }

  /** The bounds that count at the start only. */
  static ProxyLimits limits(io.cookiegate.config.Limits limits) {
    return new ProxyLimits(
        limits.requestHeaderBytes(),
        limits.responseHeaderBytes(),
        limits.upstreamConnections(),
        limits.upstreamQueue(),
        limits.visitorConnections(),
        limits.visitorBytesPerSecond());
  }

  private static ProxyTimeouts timeouts(GateConfig config) {
    io.cookiegate.config.Timeouts timeouts = config.timeouts();
    ProxyTimeouts others = ProxyTimeouts.DEFAULT;
    return new ProxyTimeouts(
        timeouts.connect(),
        timeouts.response(),
        others.upstreamKeepAlive(),
        timeouts.queue(),
        timeouts.requestHead(),
        timeouts.idle(),
        config.operations().shutdown().drain());
  }
}
