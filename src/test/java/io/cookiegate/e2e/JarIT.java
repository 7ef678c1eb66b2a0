package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar by itself, in a folder where there is nothing else. */
class JarIT {
  @TempDir private Path directory;

  @Test
  void saysTheVersionThatWasBuilt() throws Exception {
    assertTrue(run("", "--version").matches("cookie-gate \\d+\\.\\d+\\.\\d+.*\n"));
  }

  @Test
  void explainsByItsCatalogueAlone() throws Exception {
    String said = run("", "explain", "--url", "https://connect.facebook.net/en_US/fbevents.js");
    assertTrue(said.startsWith("https://connect.facebook.net/en_US/fbevents.js: removed"), said);
    assertTrue(said.contains("\n  category  marketing\n"), said);
  }

  @Test
  void rewritesAPageThatComesThroughAPipe() throws Exception {
    String page = "<p>Hej<img src='//www.facebook.com/tr'>".repeat(20_000);
    String written = run(page, "rewrite");
    assertFalse(written.contains("facebook"));
    assertTrue(
        written.endsWith("<p>Hej".repeat(3)), () -> written.substring(written.length() - 99));
  }

  @Test
  void takesTheConfigurationThatShips() throws Exception {
    Path shipped = Path.of(System.getProperty("cookie-gate.config", "config")).toAbsolutePath();
    String said = run("", "check", shipped.resolve("gate.yaml").toString());
    assertTrue(said.contains(": no problems; "), said);
  }

  @Test
  void startsTheDemonstrationOnAFreePort() throws Exception {
    try (GateProcess gate = GateProcess.start(directory.resolve("log"), "demo", "--port", "0")) {
      assertTrue(gate.port() > 0);
    }
    assertEquals("", Files.readString(directory.resolve("log")));
  }

  /** Two classes of one name in one jar run by chance; what was merged is of one origin each. */
  @Test
  void holdsEveryFileOnce() throws Exception {
    Map<String, Integer> seen = new TreeMap<>();
    try (JarFile jar = new JarFile(GateProcess.jar().toFile())) {
      jar.stream().forEach(entry -> seen.merge(entry.getName(), 1, Integer::sum));
      String main = jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      assertEquals("io.cookiegate.cli.CookieGate", main);
    }
    seen.values().removeIf(count -> count == 1);
    assertEquals(Map.of(), seen);
  }

  private String run(String input, String... arguments) throws IOException, InterruptedException {
    Path in = Files.writeString(directory.resolve("in"), input);
    Path err = directory.resolve("err");
    Process process =
        GateProcess.command(arguments)
            .directory(directory.toFile())
            .redirectError(err.toFile())
            .start();
    Thread writer = new Thread(() -> copy(in, process.getOutputStream()));
    writer.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    writer.join();
    assertEquals(0, process.waitFor(), Files.readString(err));
    return out;
  }

  private static void copy(Path from, OutputStream to) {
    try (to) {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
