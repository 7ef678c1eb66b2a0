package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar as an operator starts it, until it says where it listens. */
public final class GateProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://[^ ]*:(\\d+)");

  private final Process process;
  private final int port;

  private GateProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** A gate that asks nobody, with the classification that ships as an example. */
  static GateProcess inFrontOf(String upstream, String host, Path directory) throws IOException {
    Path config = directory.resolve("gate.yaml");
    Files.writeString(
        config,
        """
        listen:
          - { host: 127.0.0.1, port: 0 }
        classification: %s
        sites:
          - hosts: ["%s"]
            upstream: %s
            banner: none
        """
            .formatted(World.classification(), host, upstream));
    return start(directory.resolve("gate.log"), "run", config.toString());
  }

  public static GateProcess start(Path log, String... arguments) throws IOException {
    return start(log, command(arguments));
  }

  public static GateProcess start(Path log, ProcessBuilder command) throws IOException {
    Process process = command.redirectError(log.toFile()).start();
    BufferedReader out = process.inputReader(UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new GateProcess(process, Integer.parseInt(address.group(1)));
      }
    }
    throw new AssertionError("The gate did not start: " + said + Files.readString(log));
  }

  /** A run of the jar that is not started yet. */
  public static ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(jar().toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  static Path jar() {
    Path jar = Path.of(System.getProperty("cookie-gate.jar", "target/cookie-gate.jar"));
    if (!Files.exists(jar)) {
      throw new AssertionError("There is no " + jar + "; mvn package builds it.");
    }
    return jar.toAbsolutePath();
  }

  /** Sends it a signal, by its name without SIG. */
  void signal(String name) throws IOException, InterruptedException {
    Program.run(List.of("/bin/kill", "-" + name, Long.toString(process.pid())));
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly();
      throw new AssertionError("The gate did not end within half a minute of being told to.", e);
    }
  }
}
