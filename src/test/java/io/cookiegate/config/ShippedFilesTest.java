package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.classification.Classification;
import io.cookiegate.diagnostic.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedFilesTest {
  private static final Path GATE = Path.of("config/gate.yaml");
  private static final Path CLASSIFICATION = Path.of("config/classification.yaml");

  @Test
  void theExampleOfAGateLoadsWithoutFindings() {
    Loaded<GateConfig> loaded = ConfigLoader.load(GATE);
    assertEquals(List.of(), findings(loaded));
    GateConfig config = ((Loaded.Ready<GateConfig>) loaded).value();
    assertEquals(List.of(GATE, CLASSIFICATION), config.files());
  }

  @Test
  void theExampleOfAGateStatesTheDefaults() {
    GateConfig config = ((Loaded.Ready<GateConfig>) ConfigLoader.load(GATE)).value();
    assertEquals(Limits.DEFAULT, config.limits());
    assertEquals(Timeouts.DEFAULT, config.timeouts());
    assertEquals(io.cookiegate.consent.ConsentPolicy.DEFAULT, config.sites().get(0).consent());
  }

  @Test
  void theClassificationOfTheFirstSiteLoadsWithoutFindings() {
    Loaded<Classification> loaded = ConfigLoader.loadClassification(CLASSIFICATION);
    assertEquals(List.of(), findings(loaded));
    assertNotNull(
        ((Loaded.Ready<Classification>) loaded).value().cookie("acceptcookies", "ciszere.example"));
  }

  @Test
  void theCatalogueLoadsAndKnowsItsBestKnownCookie() {
    Classification catalogue = ConfigLoader.catalogue();
    assertTrue(catalogue.services().size() > 20, "services: " + catalogue.services().size());
    assertEquals("google-analytics", catalogue.cookie("_ga", "www.example.com").service());
    assertEquals("catalogue", catalogue.cookie("_ga", "www.example.com").position().file());
  }

  private static List<Finding> findings(Loaded<?> loaded) {
    return loaded instanceof Loaded.Refused<?> refused ? refused.findings() : List.of();
  }
}
