package io.cookiegate.e2e;

import io.cookiegate.demo.LegacySite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The gate in front of the legacy site, configured as an operator would. */
final class World implements AutoCloseable {
  static final String SITE = "www.ciszere.example";

  private final LegacySite site;
  private final GateProcess gate;

  private World(LegacySite site, GateProcess gate) {
    this.site = site;
    this.gate = gate;
  }

  static World start(Path directory, Clock clock) throws IOException {
    LegacySite site = LegacySite.start(0, clock);
    return new World(site, GateProcess.inFrontOf(site.uri().toString(), SITE, directory));
  }

  /** The classification that ships as an example. */
  static Path classification() {
    return Path.of(System.getProperty("cookie-gate.config", "config"), "classification.yaml")
        .toAbsolutePath();
  }

  int sitePort() {
    return site.port();
  }

  int gatePort() {
    return gate.port();
  }

  @Override
  public void close() {
    gate.close();
    site.close();
  }
}
