package io.cookiegate.cli;

import io.cookiegate.config.GateConfig;
import io.cookiegate.proxy.ProxyServer;
import io.cookiegate.proxy.ProxyStartException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A gate that serves until the process is told to end. */
final class RunningGate implements AutoCloseable {
  private final GateConfig config;
  private final ProxyServer server;

  private RunningGate(GateConfig config, ProxyServer server) {
    this.config = config;
    this.server = server;
  }

  static RunningGate start(GateConfig config) {
    try {
      ProxyServer server = new ProxyServer(Assembly.settings(config));
      server.start();
      return new RunningGate(config, server);
    } catch (ProxyStartException e) {
      throw new Failure(String.valueOf(e.getMessage()), e);
    }
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
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
    new CountDownLatch(1).await();
  }

  @Override
  public void close() {
    server.stop();
  }
}
