package io.cookiegate.cli;

import io.cookiegate.admin.AdminServer;
import io.cookiegate.config.Admin;
import io.cookiegate.config.GateConfig;
import io.cookiegate.inventory.Inventory;
import io.cookiegate.proxy.ProxyServer;
import io.cookiegate.proxy.ProxyStartException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A gate that serves until the process is told to end. */
final class RunningGate implements AutoCloseable {
  private final GateConfig config;
  private final ProxyServer server;
  private final ReceiptDesk receipts;
  private final @Nullable AdminServer admin;

  private RunningGate(
      GateConfig config, ProxyServer server, ReceiptDesk receipts, @Nullable AdminServer admin) {
    this.config = config;
    this.server = server;
    this.receipts = receipts;
    this.admin = admin;
  }

  static RunningGate start(GateConfig config) {
    Inventory inventory = new Inventory();
    AtomicBoolean ready = new AtomicBoolean();
    ReceiptDesk receipts = ReceiptDesk.open(config.receipts());
    AdminServer admin = admin(config.admin(), ready, inventory);
    try {
      ProxyServer server = new ProxyServer(Assembly.settings(config, inventory, receipts));
      server.start();
      ready.set(true);
      return new RunningGate(config, server, receipts, admin);
    } catch (ProxyStartException e) {
      close(admin);
      receipts.close();
      throw new Failure(String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable AdminServer admin(
      @Nullable Admin admin, AtomicBoolean ready, Inventory inventory) {
    if (admin == null) {
      return null;
    }
    try {
      return AdminServer.start(admin.host(), admin.port(), ready::get, inventory);
    } catch (IOException e) {
      throw new Failure(
          "The pages for operators cannot listen on "
              + admin.host()
              + ":"
              + admin.port()
              + ": "
              + e.getMessage()
              + ".",
          e);
    }
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
    return java.util.stream.IntStream.range(0, ports.size())
        .mapToObj(i -> Address.of(config.listeners().get(i), ports.get(i)))
        .toList();
  }

  /** Waits for the signal to end; requests under way finish first. */
  void serve() throws InterruptedException {
    serve(() -> {});
  }

  /**
   * Waits for the signal to end; requests under way finish first.
   *
   * @param last what is done when all of it has ended
   */
  void serve(Runnable last) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(last), "stop"));
    new CountDownLatch(1).await();
  }

  private void stop(Runnable last) {
    server.stop();
    receipts.close();
    last.run();
  }

  @Override
  public void close() {
    server.stop();
    receipts.close();
    close(admin);
  }
}
