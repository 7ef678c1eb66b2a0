package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

/** A key and a certificate that no authority signed, made with the JDK's own tool. */
final class TestKeyStore {
  static final String PASSWORD = "changeit";

  private TestKeyStore() {}

  static Path create(Path directory) throws Exception {
    Path file = directory.resolve("vendors.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "vendors",
                "-keyalg",
                "EC",
                "-validity",
                "30",
                "-dname",
                "CN=vendors.example",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, keytool.waitFor(), said);
    return file;
  }
}
