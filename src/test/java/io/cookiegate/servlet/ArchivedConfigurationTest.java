package io.cookiegate.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations in archives as containers keep them: wars that are not unpacked, executable jars. */
class ArchivedConfigurationTest {
  private static final String TAG = "<script src='https://own.tracker.test/a.js'></script>";
  private static final String GATE = "classification: c.yaml\nsites: [{ banner: none }]\n";
  private static final String CLASSIFICATION =
      """
      services:
        own:
          name: Own
          category: marketing
          purpose: { en: tests }
          tags: [{ host: own.tracker.test }]
      """;
  private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

  @TempDir private Path folder;

  private static Map<String, byte[]> configuration(String prefix) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(prefix + "gate.yaml", GATE.getBytes(UTF_8));
    files.put(prefix + "c.yaml", CLASSIFICATION.getBytes(UTF_8));
    return files;
  }

  /** A war whose context parameter names its configuration. */
  private String war(String name, String config, Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(more);
    entries.put("page.html", ("<p>hello" + TAG).getBytes(UTF_8));
    String descriptor =
        "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"><context-param>"
            + "<param-name>cookie-gate.config</param-name><param-value>"
            + config
            + "</param-value></context-param></web-app>";
    entries.put("WEB-INF/web.xml", descriptor.getBytes(UTF_8));
    return Zip.write(entries, folder.resolve(name));
  }

  @Test
  void aWarThatIsNotUnpackedHasItAnywhere() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("gate.yaml"), GATE);
    Files.writeString(outside.resolve("c.yaml"), CLASSIFICATION);
    Map<String, byte[]> library = Map.of("WEB-INF/lib/conf.jar", Zip.of(configuration("conf/")));
    List<String> arguments =
        List.of(
            war("a.war", "classpath:gate.yaml", configuration("WEB-INF/classes/")), "/classes",
            war("b.war", "classpath:conf/gate.yaml", library), "/lib",
            war("c.war", "/WEB-INF/gate.yaml", configuration("WEB-INF/")), "/web-inf",
            war("d.war", outside.resolve("gate.yaml").toString(), Map.of()), "/file");
    List<String> path = new ArrayList<>(TestPath.folders());
    path.addAll(TestPath.jars(TestPath.FILTER + "|" + TestPath.LOGGING + "|" + TestPath.TOMCAT));
    try (Started tomcat =
        Started.of(
            path,
            folder.resolve("log"),
            WebAppMain.class.getName(),
            arguments.toArray(String[]::new))) {
      for (String context : List.of("/classes", "/lib", "/web-inf", "/file")) {
        assertEquals("<p>hello", page(tomcat, context, ""), context);
        String granted = page(tomcat, context, "Cookie: acceptcookies=true\r\n");
        assertEquals("<p>hello" + TAG, granted, context);
      }
    }
  }

  private static String page(Started tomcat, String context, String fields) throws IOException {
    return RawAnswer.to(
            tomcat.port(),
            "GET " + context + "/page.html HTTP/1.1\r\nHost: a.test\r\n" + fields + "\r\n")
        .body();
  }

  @Test
  void anExecutableJarOfSpringBootHasItAmongItsClasses() throws Exception {
    Map<String, byte[]> entries = configuration("BOOT-INF/classes/good/");
    entries.put("BOOT-INF/classes/bad/gate.yaml", "sites: [{ mode: maybe }]\n".getBytes(UTF_8));
    String jar = executable(entries);
    assertEquals("", said(jar, "classpath:good/gate.yaml"));
    String refused = said(jar, "classpath:bad/gate.yaml");
    assertTrue(refused.contains("sites[0].mode: \"maybe\" is given"), refused);
  }

  private String executable(Map<String, byte[]> entries) throws IOException {
    for (String classes : TestPath.folders()) {
      Zip.addAll(Path.of(classes), "BOOT-INF/classes/", entries);
    }
    Zip.addJars(TestPath.jars(TestPath.FILTER + "|jakarta.servlet-api"), "BOOT-INF/lib/", entries);
    Zip.addContents(TestPath.jars("spring-boot-loader").get(0), entries);
    entries.put("BOOT-INF/classes/", new byte[0]);
    String manifest = "Manifest-Version: 1.0\nMain-Class: %s\nStart-Class: %s\n";
    entries.put(
        "META-INF/MANIFEST.MF",
        manifest.formatted(LAUNCHER, FilterStart.class.getName()).getBytes(UTF_8));
    return Zip.write(entries, folder.resolve("shop.jar"));
  }

  private String said(String jar, String config) throws Exception {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar,
                config)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("log").toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> read(folder.resolve("log")));
    return read(out).strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
