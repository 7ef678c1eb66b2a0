package io.cookiegate.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The compose file by the schema of the Compose Specification (its repository at 170098b), and the
 * manifests by the classes that Kubernetes generates from its own description of its interface.
 */
class OperationsSchemasTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** The schema's own id is relative. */
  private static final SchemaLocation PLACE = SchemaLocation.of("https://compose-spec.io/schema/");

  private static String read(String file) throws IOException {
    return Files.readString(Path.of("config").resolve(file));
  }

  private static List<String> problemsOfCompose(String text) throws IOException {
    try (InputStream schema =
        OperationsSchemasTest.class.getResourceAsStream("compose-spec.json")) {
      Schema compose =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(PLACE, schema, InputFormat.JSON);
      return compose.validate(text, InputFormat.YAML).stream().map(Object::toString).toList();
    }
  }

  @Test
  void theComposeFileKeepsToTheSpecification() throws IOException {
    assertEquals(List.of(), problemsOfCompose(read("compose/compose.yaml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop_grace_period", "tmpfs", "content", "depends_on", "services"})
  void aSlipInTheComposeFileIsFound(String key) throws IOException {
    String text = read("compose/compose.yaml").replace(key + ":", key + "s:");
    assertEquals(1, problemsOfCompose(text).size(), () -> "with " + key + "s");
  }

  private static List<JsonNode> manifests(String text) {
    List<JsonNode> all = new ArrayList<>();
    for (String document : text.split("\n---\n", -1)) {
      all.add(YAML.readTree(document));
    }
    return all;
  }

  /** Throws where a field has no place there, is missing, or is of another type. */
  private static void check(JsonNode manifest) throws Throwable {
    String version = manifest.at("/apiVersion").asString();
    String name =
        "io.kubernetes.client.openapi.models."
            + version.substring(version.indexOf('/') + 1).replace('v', 'V')
            + manifest.at("/kind").asString();
    try {
      Class.forName(name)
          .getMethod("validateJsonElement", JsonElement.class)
          .invoke(null, JsonParser.parseString(manifest.toString()));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void theManifestsAreKubernetes() throws Throwable {
    List<JsonNode> manifests = manifests(read("kubernetes/cookie-gate.yaml"));
    assertEquals(5, manifests.size());
    for (JsonNode manifest : manifests) {
      check(manifest);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "terminationGracePeriodSeconds",
        "startupProbe",
        "failureThreshold",
        "preStop",
        "allowPrivilegeEscalation",
        "sizeLimit",
        "targetPort",
        "averageUtilization",
        "data",
        "whenUnsatisfiable"
      })
  void aSlipInAManifestIsFound(String key) throws IOException {
    String text = read("kubernetes/cookie-gate.yaml");
    assertTrue(text.contains(key + ":"));
    List<JsonNode> manifests = manifests(text.replace(key + ":", key + "s:"));
    assertThrows(
        IllegalArgumentException.class,
        () -> {
          for (JsonNode manifest : manifests) {
            check(manifest);
          }
        });
  }
}
