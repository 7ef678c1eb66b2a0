package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.diagnostic.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What operations copy from config/: it parses, fits together and fits the product. */
class OperationsFilesTest {
  private static final Path CONFIG = Path.of("config");
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir private Path folder;

  @Test
  void theFolderShowsTwoFilesAndWhatTheyAreCopiedInto() throws IOException {
    try (Stream<Path> entries = Files.list(CONFIG)) {
      assertEquals(
          List.of(
              "classification.yaml",
              "compose",
              "gate.yaml",
              "grafana",
              "haproxy",
              "kubernetes",
              "prometheus",
              "systemd"),
          entries.map(entry -> entry.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void theGateOfTheComposeFileLoads() throws IOException {
    JsonNode compose = YAML.readTree(read("compose/compose.yaml"));
    JsonNode service = compose.at("/services/gate");
    GateConfig gate =
        gate(compose.at("/configs/gate/content").asString(), read("classification.yaml"));
    assertEquals(
        List.of("8080:8080", "127.0.0.1:9090:9090"),
        List.of(service.at("/ports/0").asString(), service.at("/ports/1").asString()));
    assertPorts(gate, 8080, 9090);
    assertEquals(
        "http://site:80", gate.sites().get(0).upstream().origin(), "a service by its name");
    assertTrue(compose.at("/services").has("site"));
    assertEquals("/etc/cookie-gate/gate.yaml", service.at("/configs/0/target").asString());
    assertEquals(image(), service.at("/image").asString());
  }

  @Test
  void theGateOfTheConfigMapLoads() throws IOException {
    JsonNode data = kubernetes().get("ConfigMap").at("/data");
    assertPorts(
        gate(data.at("/gate.yaml").asString(), data.at("/classification.yaml").asString()),
        8080,
        9090);
  }

  @Test
  void theManifestsFitTogether() throws IOException {
    Map<String, JsonNode> all = kubernetes();
    assertEquals(
        Set.of(
            "ConfigMap", "Deployment", "Service", "HorizontalPodAutoscaler", "PodDisruptionBudget"),
        all.keySet());
    JsonNode deployment = all.get("Deployment");
    JsonNode labels = deployment.at("/spec/template/metadata/labels");
    assertEquals(labels, deployment.at("/spec/selector/matchLabels"));
    assertEquals(labels, all.get("Service").at("/spec/selector"));
    assertEquals(labels, all.get("PodDisruptionBudget").at("/spec/selector/matchLabels"));
    JsonNode target = all.get("HorizontalPodAutoscaler").at("/spec/scaleTargetRef");
    assertEquals("Deployment", target.at("/kind").asString());
    assertEquals(deployment.at("/metadata/name"), target.at("/name"));
    assertEquals(deployment.at("/apiVersion"), target.at("/apiVersion"));
    JsonNode volume = deployment.at("/spec/template/spec/volumes/0");
    assertEquals(all.get("ConfigMap").at("/metadata/name"), volume.at("/configMap/name"));
  }

  @Test
  void thePodRunsWhatTheImageHas() throws IOException {
    JsonNode pod = kubernetes().get("Deployment").at("/spec/template/spec");
    JsonNode container = pod.at("/containers/0");
    String dockerfile = Files.readString(Path.of("Dockerfile"));
    assertEquals(image(), container.at("/image").asString());
    assertTrue(dockerfile.contains("--uid " + pod.at("/securityContext/runAsUser").asInt() + " "));
    String command =
        container
            .at("/args")
            .valueStream()
            .map(arg -> '"' + arg.asString() + '"')
            .collect(Collectors.joining(", "));
    assertTrue(dockerfile.contains("CMD [" + command + "]"), command);
    assertEquals("/etc/cookie-gate", container.at("/volumeMounts/0/mountPath").asString());
    assertEquals(8080, container.at("/ports/0/containerPort").asInt());
    assertEquals(9090, container.at("/ports/1/containerPort").asInt());
    assertEquals("/health/live", container.at("/livenessProbe/httpGet/path").asString());
    assertEquals("/health/ready", container.at("/readinessProbe/httpGet/path").asString());
    assertEquals("admin", container.at("/readinessProbe/httpGet/port").asString());
  }

  @Test
  void theAlertsParse() throws IOException {
    assertEquals(13, alerts().size());
  }

  private static List<JsonNode> alerts() throws IOException {
    return YAML.readTree(read("prometheus/alerts.yaml"))
        .at("/groups/0/rules")
        .valueStream()
        .toList();
  }

  @Test
  void theDashboardParses() throws IOException {
    JsonNode dashboard = new JsonMapper().readTree(read("grafana/cookie-gate.json"));
    List<Integer> ids =
        dashboard.at("/panels").valueStream().map(panel -> panel.at("/id").asInt()).toList();
    assertEquals(16, new TreeSet<>(ids).size());
    assertEquals("Cookie Gate", dashboard.at("/title").asString());
  }

  @Test
  void theUnitStartsTheGateWhereItsCommentsPutIt() throws IOException {
    String unit = read("systemd/cookie-gate.service");
    assertTrue(
        unit.contains("-jar /opt/cookie-gate/cookie-gate.jar run /etc/cookie-gate/gate.yaml\n"));
    assertTrue(unit.contains("target/cookie-gate.jar /opt/cookie-gate/cookie-gate.jar\n"));
    assertTrue(unit.contains("-t /etc/cookie-gate config/gate.yaml config/classification.yaml\n"));
    assertTrue(unit.contains("ExecReload=/bin/kill -HUP $MAINPID\n"));
  }

  private static void assertPorts(GateConfig gate, int port, int adminPort) {
    assertEquals(port, gate.listeners().get(0).port());
    assertEquals(adminPort, gate.admin().port());
    assertEquals("0.0.0.0", gate.admin().host());
  }

  private GateConfig gate(String gate, String classification) throws IOException {
    Path file = Files.writeString(folder.resolve("gate.yaml"), gate);
    Files.writeString(folder.resolve("classification.yaml"), classification);
    Loaded<GateConfig> loaded = ConfigLoader.load(file);
    List<Finding> findings =
        loaded instanceof Loaded.Refused<GateConfig> refused ? refused.findings() : List.of();
    assertEquals(List.of(), findings);
    return ((Loaded.Ready<GateConfig>) loaded).value();
  }

  private static Map<String, JsonNode> kubernetes() throws IOException {
    Map<String, JsonNode> all = new HashMap<>();
    List<String> documents =
        new ArrayList<>(List.of(read("kubernetes/cookie-gate.yaml").split("\n---\n", -1)));
    for (String document : documents) {
      JsonNode manifest = YAML.readTree(document);
      all.put(manifest.at("/kind").asString(), manifest);
    }
    assertEquals(documents.size(), all.size());
    return all;
  }

  /** The image with the version of the project. */
  private static String image() throws IOException {
    Matcher version =
        Pattern.compile("<version>([0-9.]+)(-SNAPSHOT)?</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(version.find());
    return "cookie-gate:" + version.group(1);
  }

  private static String read(String file) throws IOException {
    return Files.readString(CONFIG.resolve(file));
  }
}
