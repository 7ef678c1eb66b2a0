package io.cookiegate.cli;

import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The parts of a configuration that a running gate cannot change. */
final class Restart {
  private Restart() {}

  /** The top keys under which two configurations differ and which count at the start only. */
  static List<String> needed(GateConfig now, GateConfig next) {
    List<String> keys = new ArrayList<>();
    if (!places(now).equals(places(next))) {
      keys.add("listen");
    }
    if (!adminPlace(now).equals(adminPlace(next))) {
      keys.add("admin");
    }
    if (!Objects.equals(now.receipts(), next.receipts())) {
      keys.add("receipts");
    }
    // A page's bounds are the gate's own and change with it.
    if (!Assembly.limits(now.limits()).equals(Assembly.limits(next.limits()))) {
      keys.add("limits");
    }
    if (!now.timeouts().equals(next.timeouts())) {
      keys.add("timeouts");
    }
    if (!now.operations().forwarding().equals(next.operations().forwarding())) {
      keys.add("forwarding");
    }
    if (!Objects.equals(now.operations().accessLog(), next.operations().accessLog())) {
      keys.add("access-log");
    }
    if (!now.operations().deviations().equals(next.operations().deviations())) {
      keys.add("deviations");
    }
    if (!now.operations().shutdown().equals(next.operations().shutdown())) {
      keys.add("shutdown");
    }
    return keys;
  }

  private static List<String> places(GateConfig config) {
    return config.listeners().stream().map(Restart::place).toList();
  }

  private static String place(Listener listener) {
    return listener.host()
        + " "
        + listener.port()
        + (listener.tls() == null ? "" : " tls")
        + listener.proxyProtocol();
  }

  private static String adminPlace(GateConfig config) {
    return config.admin() == null ? "" : config.admin().host() + " " + config.admin().port();
  }
}
