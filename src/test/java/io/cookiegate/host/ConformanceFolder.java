package io.cookiegate.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public conformance data beside the project, which may be absent. */
final class ConformanceFolder {
  private static final Path FOLDER =
      Path.of(System.getProperty("cookie-gate.conformance", "../shared/conformance"));

  private ConformanceFolder() {}

  static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }

  /** The cases of a file, without its comments; none, and a line that says so, where the folder is absent. */
  static List<JsonNode> cases(String file) {
    List<JsonNode> cases = new ArrayList<>();
    if (isThere()) {
      JsonMapper.shared()
          .readTree(FOLDER.resolve(file))
          .forEach(
              node -> {
                if (node.isObject()) {
                  cases.add(node);
                }
              });
    } else {
      System.out.println("no conformance data in " + FOLDER + ": " + file + " is not graded");
    }
    return cases;
  }
}
