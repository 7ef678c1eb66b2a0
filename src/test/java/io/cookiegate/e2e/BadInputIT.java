package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong at an operator's desk, against the real jar: one clear message each, and its exit status. */
class BadInputIT {
  private static final String SITES =
      "sites: [{ hosts: [a.example], upstream: 'http://127.0.0.1:1' }]\n";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"check", "run"})
  void anEmptyFile(String command) throws Exception {
    assertOneFinding(command, "", "gate.yaml:0:0 empty-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "run"})
  void aTab(String command) throws Exception {
    assertOneFinding(command, "listen:\n\t- port: 8080\n" + SITES, "gate.yaml:2:1 syntax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "run"})
  void anUnknownKey(String command) throws Exception {
    assertOneFinding(
        command, "listen: [{ port: 0 }]\nlissen: 1\n" + SITES, "gate.yaml:2:1 unknown-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "run"})
  void aDuplicateHost(String command) throws Exception {
    String twice =
        "sites:\n  - { hosts: [a.example], upstream: 'http://127.0.0.1:1' }\n  - { hosts: [A.example.], upstream: 'http://127.0.0.1:1' }\n";
    assertOneFinding(command, "listen: [{ port: 0 }]\n" + twice, "gate.yaml:4:15 duplicate-host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "run"})
  void aMissingCertificate(String command) throws Exception {
    pem("key.pem", "PRIVATE KEY");
    String listen = "listen: [{ port: 0, tls: { certificate: cert.pem, key: key.pem } }]\n";
    assertOneFinding(command, listen + SITES, "gate.yaml:1:41 missing-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "run", "explain --cookie a --config", "rewrite --config"})
  void aFileThatIsNotThere(String command) throws Exception {
    Outcome outcome = gate((command + " nowhere.yaml").split(" ", -1));
    assertEquals(1, outcome.status());
    assertTrue(outcome.all().startsWith("nowhere.yaml:0:0 missing-file"), outcome.all());
    assertClear(outcome);
  }

  @Test
  void aDirectoryInPlaceOfAFile() throws Exception {
    Outcome outcome = gate("check", ".");
    assertEquals(1, outcome.status());
    assertEquals(1, outcome.out().lines().count(), outcome.all());
    assertClear(outcome);
  }

  @Test
  void aCertificateThatIsNone() throws Exception {
    pem("cert.pem", "CERTIFICATE");
    pem("key.pem", "PRIVATE KEY");
    config("listen: [{ port: 0, tls: { certificate: cert.pem, key: key.pem } }]\n" + SITES);
    Outcome outcome = gate("run", "gate.yaml");
    assertEquals(1, outcome.status(), outcome.all());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().startsWith("cookie-gate: "), outcome.err());
    assertTrue(outcome.err().contains("cert.pem"), outcome.err());
    assertClear(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run gate.yaml", "demo --port PORT"})
  void aPortInUse(String command) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      config("listen: [{ host: 127.0.0.1, port: " + port + " }]\n" + SITES);
      Outcome outcome = gate(command.replace("PORT", port).split(" ", -1));
      assertEquals(1, outcome.status(), outcome.all());
      assertEquals(
          "cookie-gate: Cannot listen on 127.0.0.1:"
              + port
              + ": another program listens there already.\n",
          outcome.err());
      assertClear(outcome);
    }
  }

  @Test
  void anUpstreamThatCannotBeReached() throws Exception {
    config(
        "listen: [{ host: 127.0.0.1, port: 0 }]\nsites: [{ hosts: ['*'], upstream: 'http://127.0.0.1:"
            + Programs.freePort()
            + "' }]\n");
    Path log = directory.resolve("gate.log");
    String id;
    try (GateProcess gate =
        GateProcess.start(log, "run", directory.resolve("gate.yaml").toString())) {
      HttpResponse<String> answer = get("http://127.0.0.1:" + gate.port() + "/page?secret=1");
      assertEquals(502, answer.statusCode());
      Matcher said = Pattern.compile("Error id: ([0-9a-z]{8})").matcher(answer.body());
      assertTrue(said.find(), answer.body());
      id = said.group(1);
      assertEquals(502, get("http://127.0.0.1:" + gate.port() + "/again").statusCode());
    }
    List<String> lines =
        Files.readAllLines(log).stream().filter(line -> line.contains(" ErrorAnswers: ")).toList();
    assertEquals(2, lines.size(), () -> String.join("\n", lines));
    assertTrue(lines.get(0).contains(id) && lines.get(0).contains("502"), lines.get(0));
    assertFalse(lines.get(0).contains("secret"), lines.get(0));
    assertClear(new Outcome(0, "", String.join("\n", lines)));
  }

  /** The ledger's database is being made while the gate is told to end. */
  @Test
  void anEndAtOnceIsQuiet() throws Exception {
    config("listen: [{ host: 127.0.0.1, port: 0 }]\n" + SITES);
    Path log = directory.resolve("gate.log");
    for (int i = 0; i < 3; i++) {
      GateProcess.start(log, "run", directory.resolve("gate.yaml").toString()).close();
      List<String> others =
          Files.readAllLines(log).stream().filter(line -> !line.contains(" Scribe: ")).toList();
      assertEquals(List.of(), others);
      assertClear(new Outcome(0, "", Files.readString(log)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fly", "run --fast", "explain", "check a b"})
  void aCommandLineThatIsNone(String arguments) throws Exception {
    Outcome outcome = gate(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
    assertEquals(2, outcome.status(), outcome.all());
    assertEquals(2, outcome.err().lines().count(), outcome.err());
    assertClear(outcome);
  }

  private void assertOneFinding(String command, String text, String beginning) throws Exception {
    config(text);
    Outcome outcome = gate(command, "gate.yaml");
    assertEquals(1, outcome.status(), outcome.all());
    List<String> findings =
        (command.equals("check") ? outcome.out() : outcome.err()).lines().toList();
    assertTrue(findings.get(0).startsWith(beginning), outcome.all());
    assertEquals(command.equals("check") ? 1 : 2, findings.size(), outcome.all());
    assertClear(outcome);
  }

  private static void assertClear(Outcome outcome) {
    assertFalse(outcome.all().contains("\tat "), outcome.all());
    assertFalse(outcome.all().contains("Exception"), outcome.all());
  }

  /** A file that looks like a certificate or key and holds nothing of the kind. */
  private void pem(String name, String label) throws IOException {
    String pem = "-----BEGIN %s-----\nAAAA\n-----END %s-----\n".formatted(label, label);
    Files.writeString(directory.resolve(name), pem);
  }

  private void config(String text) throws IOException {
    Files.writeString(directory.resolve("gate.yaml"), text);
  }

  private Outcome gate(String... arguments) throws Exception {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    Process process =
        GateProcess.command(arguments)
            .directory(directory.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the command goes on and on");
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(),
            HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private record Outcome(int status, String out, String err) {
    String all() {
      return out + err;
    }
  }
}
