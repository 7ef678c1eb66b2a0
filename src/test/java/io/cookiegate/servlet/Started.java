package io.cookiegate.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of a test that says its port in a line of its own. */
public final class Started implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("port ([0-9]+)");

  private final Process process;
  private final int port;

  private Started(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a class with nothing but this on its class path; it is ready when this returns. */
  public static Started of(List<String> classPath, Path log, String main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), main));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    BufferedReader out = process.inputReader(UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.matches() && !port.group(1).equals("0")) {
        drain(out);
        return new Started(process, Integer.parseInt(port.group(1)));
      } else if (port.matches()) {
        break;
      }
      said.append(line).append('\n');
    }
    process.destroyForcibly();
    throw new AssertionError(main + " did not start: " + said + Files.readString(log));
  }

  private static void drain(BufferedReader out) {
    Thread thread = new Thread(() -> readOn(out), "output");
    thread.setDaemon(true);
    thread.start();
  }

  private static void readOn(BufferedReader out) {
    try {
      out.lines().forEach(line -> {});
    } catch (UncheckedIOException e) {
      // the process has ended
    }
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
    }
  }
}
