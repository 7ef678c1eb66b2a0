package io.cookiegate.cli;

import static java.util.Objects.requireNonNull;

import io.cookiegate.admin.AdminServer;
import io.cookiegate.config.Admin;
import io.cookiegate.config.ConfigWatch;
import io.cookiegate.config.FilesRead;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Receipts;
import io.cookiegate.diagnostic.Reason;
import io.cookiegate.metrics.GateMetrics;
import io.cookiegate.metrics.ReceiptNumbers;
import io.cookiegate.proxy.ProxyServer;
import io.cookiegate.proxy.ProxyStartException;
import io.cookiegate.receipt.LedgerCounts;
import io.cookiegate.receipt.LedgerException;
import io.cookiegate.recording.ReceiptDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A gate that serves until the process is told to end. */
final class RunningGate implements AutoCloseable {
  private final GateConfig config;
  private final Observation observation;
  private final Status status;
  private final ProxyServer server;
  private final ReceiptDesk receipts;
  private final @Nullable AdminServer admin;
  private @Nullable ConfigWatch<GateConfig> watch;

  private RunningGate(
      GateConfig config,
      Observation observation,
      Status status,
      ProxyServer server,
      ReceiptDesk receipts,
      @Nullable AdminServer admin) {
    this.config = config;
    this.observation = observation;
    this.status = status;
    this.server = server;
    this.receipts = receipts;
    this.admin = admin;
  }

  static RunningGate start(GateConfig config) {
    Observation observation = Observation.begin();
    Status status = new Status();
    ReceiptDesk receipts = desk(config.receipts());
    AdminServer admin = admin(config.admin(), status, observation);
    try {
      ProxyServer server = new ProxyServer(Assembly.settings(config, observation, receipts));
      server.start();
      observation.metrics().ready(status::isReady);
      count(observation.metrics(), server, receipts);
      status.ready(true);
      return new RunningGate(config, observation, status, server, receipts, admin);
    } catch (ProxyStartException e) {
      close(admin);
      receipts.close();
      throw new Failure(String.valueOf(e.getMessage()), e);
    }
  }

  private static ReceiptDesk desk(@Nullable Receipts receipts) {
    try {
      return ReceiptDesk.open(receipts);
    } catch (LedgerException e) {
      throw new Failure(
          e.getMessage() + " Name another folder in receipts, or say record: false there.", e);
    }
  }

  private static void count(GateMetrics metrics, ProxyServer server, ReceiptDesk receipts) {
    metrics.connections(server::connections);
    metrics.slowHeads(server::slowHeads);
    metrics.upstreams(server::upstreamConnections, server::waiting);
    if (receipts.records()) {
      metrics.receipts(() -> numbers(requireNonNull(receipts.counts())));
    }
  }

  private static ReceiptNumbers numbers(LedgerCounts counts) {
    return new ReceiptNumbers(
        counts.queued(), counts.written(), counts.failed(), counts.waitingBytes(), counts.away());
  }

  private static @Nullable AdminServer admin(
      @Nullable Admin admin, Status status, Observation observation) {
    if (admin == null) {
      return null;
    }
    try {
      return AdminServer.start(
          admin.host(),
          admin.port(),
          status,
          observation.inventory(),
          observation.metrics()::scrape);
    } catch (IOException e) {
      throw new Failure(
          "The pages for operators cannot listen on "
              + admin.host()
              + ":"
              + admin.port()
              + ": "
              + Reason.of(e)
              + ".",
          e);
    }
  }

  /** Takes the configuration anew when its files change, and at SIGHUP. */
  void watch(Path file, FilesRead files) {
    Reloads reloads = new Reloads(config, this::use, observation.metrics(), InstantSource.system());
    ConfigWatch<GateConfig> watching = ConfigWatch.of(file, files, reloads);
    status.noted(reloads::notes);
    watch = watching;
    watching.start();
    HangUp.run(watching::reload);
  }

  private void use(GateConfig changed) throws ProxyStartException {
    server.serve(Assembly.sites(changed, observation, receipts), Assembly.listeners(changed));
  }

  private static void close(@Nullable AdminServer admin) {
    if (admin != null) {
      admin.close();
    }
  }

  /** The address of the pages for operators; null where there are none. */
  @Nullable String adminAddress() {
    Admin configured = config.admin();
    return admin == null || configured == null
        ? null
        : "http://" + configured.host() + ":" + admin.port() + "/";
  }

  /** The addresses to type into a browser, in the order of the listeners. */
  List<String> addresses() {
    List<Integer> ports = server.ports();
    return IntStream.range(0, ports.size())
        .mapToObj(i -> Address.of(config.listeners().get(i), ports.get(i)))
        .toList();
  }

  /**
   * From now on requests under way finish before the process ends at a signal. Whoever learns that it
   * listens may send one at once.
   *
   * @param last what is done when all of it has ended
   */
  void heedSignals(Runnable last) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(last), "stop"));
  }

  /** Waits for the signal to end. */
  void serve() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /**
   * Says first that this gate is not ready, and takes visitors until the load balancer has had the
   * time to read that; then answers what is under way, and nobody's connection is cut.
   */
  private void end(Runnable last) {
    status.ready(false);
    server.retire();
    if (admin != null) {
      pause(config.operations().shutdown().delay().toNanos());
    }
    server.stop();
    receipts.close();
    last.run();
  }

  /** A thread may go on before its time is over, for no reason. */
  private static void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    server.stop();
    receipts.close();
    close(admin);
    observation.close();
  }
}
