package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.diagnostic.Finding;
import io.cookiegate.gate.Banner;
import io.cookiegate.gate.Mode;
import io.cookiegate.gate.Unclassified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a filter takes as its configuration: files of a proxy, less than that, or parameters. */
class FilterConfigurationTest {
  @TempDir Path folder;

  @Test
  void aFileNeedsNeitherListenersNorUpstreams() throws IOException {
    GateConfig config = ready(file("sites: [{ hosts: [a.example], mode: observe }]\n"));
    assertEquals(List.of("a.example"), config.sites().get(0).hosts());
    assertEquals(Mode.OBSERVE, config.sites().get(0).mode());
    assertEquals(List.of(), config.listeners());
  }

  @Test
  void withoutSitesThereIsOneForEveryHost() throws IOException {
    Site site = ready(file("limits: { tag-bytes: 300 }\n")).sites().get(0);
    assertEquals(List.of("*"), site.hosts());
    assertEquals(Banner.BUILT_IN, site.banner());
  }

  @Test
  void onlyOneSiteMayLeaveItsHostsOut() throws IOException {
    Loaded<GateConfig> loaded = file("sites: [{ mode: observe }, { banner: none }]\n");
    assertEquals(List.of("gate.yaml:1:28 missing-key sites[1].hosts"), places(loaded));
  }

  @Test
  void aFileOfAProxyIsTakenAsItIs() {
    GateConfig config = ready(ConfigLoader.loadFilter(Path.of("config", "gate.yaml")));
    assertTrue(config.files().contains(Path.of("config", "classification.yaml")));
  }

  @Test
  void parametersAreNamedAsTheKeysOfTheOneSite() {
    GateConfig config =
        ready(
            parameters(
                Map.of(
                    "classification", "config/classification.yaml",
                    "hosts", "a.example, b.example",
                    "mode", "observe",
                    "banner", "none",
                    "consent.cookie", "choice",
                    "consent.granted", "yes,ja",
                    "unclassified.tags", "remove",
                    "limits.tag-bytes", "400")));
    Site site = config.sites().get(0);
    assertEquals(List.of("a.example", "b.example"), site.hosts());
    assertEquals(Mode.OBSERVE, site.mode());
    assertEquals(Banner.NONE, site.banner());
    assertEquals("choice", site.consent().cookie());
    assertEquals(Set.of("yes", "ja"), site.consent().granted());
    assertEquals(Unclassified.REMOVE, site.unclassifiedTags());
    assertEquals(400, config.limits().page().tagBytes());
    assertTrue(config.files().contains(Path.of("config/classification.yaml")));
  }

  @Test
  void withoutParametersEverythingIsTheDefault() {
    assertEquals(List.of("*"), ready(parameters(Map.of())).sites().get(0).hosts());
  }

  @Test
  void everyProblemOfParametersIsReported() {
    Loaded<GateConfig> loaded =
        parameters(Map.of("mode", "maybe", "consent.cookie", "", "bannner", "none"));
    assertEquals(
        List.of(
            "parameters:0:0 unknown-key bannner",
            "parameters:0:0 wrong-type consent.cookie",
            "parameters:0:0 bad-value mode"),
        places(loaded).stream()
            .sorted(Comparator.comparing(p -> p.substring(p.lastIndexOf(" "))))
            .toList());
  }

  private Loaded<GateConfig> file(String text) throws IOException {
    return ConfigLoader.loadFilter(Files.writeString(folder.resolve("gate.yaml"), text));
  }

  private static Loaded<GateConfig> parameters(Map<String, String> parameters) {
    return ConfigLoader.loadFilter(parameters, Path.of("parameters"));
  }

  private static GateConfig ready(Loaded<GateConfig> loaded) {
    assertInstanceOf(Loaded.Ready.class, loaded, loaded::toString);
    return ((Loaded.Ready<GateConfig>) loaded).value();
  }

  private List<String> places(Loaded<GateConfig> loaded) {
    return ((Loaded.Refused<GateConfig>) loaded).findings().stream().map(this::place).toList();
  }

  private String place(Finding finding) {
    String at = finding.position().toString().replace(folder + "/", "");
    return at + " " + finding.code().code() + " " + finding.path();
  }
}
