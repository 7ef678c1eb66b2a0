package io.cookiegate.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.config.ConfigLoader;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Loaded;
import io.cookiegate.gate.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a configuration can stand: in a folder, in an archive, in an archive in an archive. */
class LocationTest {
  private static final byte[] GATE =
      "classification: c.yaml\nsites: [{ mode: observe }]\n".getBytes(UTF_8);
  private static final byte[] CLASSIFICATION = "services: {}\n".getBytes(UTF_8);

  @TempDir private Path folder;

  private static byte[] jar() throws IOException {
    return Zip.of(Map.of("conf/gate.yaml", GATE, "conf/c.yaml", CLASSIFICATION));
  }

  private String written(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toUri().toString();
  }

  private static void assertRead(String url) {
    Location location = ArchiveUrl.read(url);
    assertFalse(location.isFile(), url);
    Loaded<GateConfig> loaded = location.with(ConfigLoader::loadFilter);
    GateConfig config = ((Loaded.Ready<GateConfig>) loaded).value();
    assertEquals(Mode.OBSERVE, config.sites().get(0).mode());
    assertEquals(List.of("gate.yaml", "c.yaml"), names(loaded));
  }

  private static List<String> names(Loaded<GateConfig> loaded) {
    return loaded.files().paths().stream().map(file -> file.getFileName().toString()).toList();
  }

  @Test
  void inAJar() throws IOException {
    assertRead("jar:" + written("a b.jar", jar()) + "!/conf/gate.yaml");
  }

  @Test
  void inAJarThatIsInAWarThatTomcatDoesNotUnpack() throws IOException {
    byte[] war = Zip.of(Map.of("WEB-INF/lib/conf.jar", jar()));
    String url = written("shop.war", war);
    assertRead("jar:war:" + url + "*/WEB-INF/lib/conf.jar!/conf/gate.yaml");
  }

  @Test
  void inAnExecutableJarOfSpringBoot() throws IOException {
    byte[] executable =
        Zip.of(
            Map.of(
                "BOOT-INF/classes/gate.yaml", GATE,
                "BOOT-INF/classes/c.yaml", CLASSIFICATION,
                "BOOT-INF/lib/conf.jar", jar()));
    String nested = "jar:nested:" + written("shop.jar", executable).substring("file://".length());
    assertRead(nested + "/!BOOT-INF/classes/!/gate.yaml");
    assertRead(nested + "/!BOOT-INF/lib/conf.jar!/conf/gate.yaml");
  }

  @Test
  void inAFolder() throws IOException {
    Location location = ArchiveUrl.read(written("gate.yaml", GATE));
    assertTrue(location.isFile());
    assertEquals(folder.resolve("gate.yaml"), location.file());
  }

  @Test
  void aUrlOfAnotherKindIsRefused() {
    for (String url :
        List.of("http://a.example/gate.yaml", "vfs:/x/gate.yaml", "jar:http://a!/b")) {
      assertThrows(IllegalArgumentException.class, () -> ArchiveUrl.read(url), url);
    }
  }

  @Test
  void receiptsAreNotKeptInAnArchive() throws IOException {
    String url = "jar:" + written("a.jar", Zip.of(Map.of("gate.yaml", receipts("kept")))) + "!/";
    Loaded<GateConfig> refused = ArchiveUrl.read(url + "gate.yaml").with(ConfigLoader::loadFilter);
    assertEquals(
        "/gate.yaml:1:11 bad-value receipts.folder: it would be inside the archive that holds this"
            + " file; allowed is an absolute path",
        ((Loaded.Refused<GateConfig>) refused).findings().get(0).toString());
    Path kept = folder.resolve("kept");
    byte[] gate = receipts(kept.toString());
    String other = "jar:" + written("b.jar", Zip.of(Map.of("gate.yaml", gate))) + "!/gate.yaml";
    Loaded<GateConfig> taken = ArchiveUrl.read(other).with(ConfigLoader::loadFilter);
    assertEquals(kept, ((Loaded.Ready<GateConfig>) taken).value().receipts().folder());
  }

  private static byte[] receipts(String folder) {
    return ("receipts: { folder: \"" + folder + "\" }\n").getBytes(UTF_8);
  }
}
