package io.cookiegate.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The gate in front of the odd site, asking visitors itself, with a browser. */
final class OddWorld implements AutoCloseable {
  private final OddSite site;
  private final GateProcess gate;
  private final int adminPort;
  final TrackerServer tracker;
  final Chromium chromium;

  private OddWorld(
      OddSite site, GateProcess gate, int adminPort, TrackerServer tracker, Chromium chromium) {
    this.site = site;
    this.gate = gate;
    this.adminPort = adminPort;
    this.tracker = tracker;
    this.chromium = chromium;
  }

  static OddWorld start(Path directory) throws Exception {
    OddSite site = OddSite.open();
    int adminPort = freePort();
    Path classification = directory.resolve("classification.yaml");
    Files.writeString(
        classification,
        """
        services:
          google-analytics: {}
          youtube: {}
        """);
    Path config = directory.resolve("gate.yaml");
    Files.writeString(
        config,
        """
        listen:
          - { host: 127.0.0.1, port: 0 }
        admin: { host: 127.0.0.1, port: %d }
        classification: classification.yaml
        sites:
          - { hosts: ["*"], upstream: "%s" }
        """
            .formatted(adminPort, site.uri()));
    TrackerServer tracker = TrackerServer.start(TestKeyStore.create(directory));
    GateProcess gate = GateProcess.start(directory.resolve("gate.log"), "run", config.toString());
    return new OddWorld(
        site,
        gate,
        adminPort,
        tracker,
        Chromium.find(directory, Person.SITE, gate.port(), tracker));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  URI inventory() {
    return URI.create("http://127.0.0.1:" + adminPort + "/inventory");
  }

  int gatePort() {
    return gate.port();
  }

  @Override
  public void close() {
    chromium.close();
    gate.close();
    tracker.close();
    site.close();
  }
}
