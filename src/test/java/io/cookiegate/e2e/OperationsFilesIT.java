package io.cookiegate.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operations copy from config/, read by the programs that it is for. */
class OperationsFilesIT {
  @TempDir private Path folder;

  private static Path shipped(String file) {
    return Path.of(System.getProperty("cookie-gate.config", "config"), file).toAbsolutePath();
  }

  @Test
  void haproxyTakesTheFront() throws Exception {
    Program.run(
        List.of(
            Programs.find("haproxy", "haproxy"),
            "-c",
            "-f",
            shipped("haproxy/haproxy.cfg").toString()));
  }

  @Test
  void prometheusTakesTheAlertsAndTheyFireWhenTheyShould() throws Exception {
    String promtool = Programs.find("promtool", "prometheus");
    String rules = shipped("prometheus/alerts.yaml").toString();
    assertTrue(
        Program.run(List.of(promtool, "check", "rules", rules))
            .contains("SUCCESS: 13 rules found"));
    Path test = Files.writeString(folder.resolve("alerts-test.yaml"), alertsTest(rules));
    Program.run(List.of(promtool, "test", "rules", test.toString()));
  }

  private static String alertsTest(String rules) throws IOException {
    try (var in = OperationsFilesIT.class.getResourceAsStream("alerts-test.yaml")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .replace("RULES", rules);
    }
  }

  @Test
  void systemdTakesTheUnit() throws Exception {
    String java = Programs.find("java", "default-jre-headless");
    Path unit = folder.resolve("cookie-gate.service");
    Files.writeString(
        unit,
        Files.readString(shipped("systemd/cookie-gate.service")).replace("/usr/bin/java", java));
    String said =
        Program.run(
            List.of(Programs.find("systemd-analyze", "systemd"), "verify", unit.toString()));
    assertEquals("", said);
  }
}
