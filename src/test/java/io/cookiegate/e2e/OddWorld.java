package io.cookiegate.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** The gate in front of the odd site, asking visitors itself, with a browser. */
final class OddWorld implements AutoCloseable {
  private final OddSite site;
  private final GateProcess gate;
  final TrackerServer tracker;
  final Chromium chromium;

  private OddWorld(OddSite site, GateProcess gate, TrackerServer tracker, Chromium chromium) {
    this.site = site;
    this.gate = gate;
    this.tracker = tracker;
    this.chromium = chromium;
  }

  static OddWorld start(Path directory) throws Exception {
    OddSite site = OddSite.open();
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
        admin: { host: 127.0.0.1, port: 0 }
        classification: classification.yaml
        sites:
          - { hosts: [%s], upstream: "%s" }
        """
            .formatted(Person.SITE, site.uri()));
    TrackerServer tracker = TrackerServer.start(TestKeyStore.create(directory));
    GateProcess gate = GateProcess.start(directory.resolve("gate.log"), "run", config.toString());
    return new OddWorld(
        site, gate, tracker, Chromium.find(directory, Person.SITE, gate.port(), tracker));
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
