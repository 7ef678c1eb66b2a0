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
import java.util.stream.Stream;

/** A container in a process of its own, with nothing on its class path but what it needs. */
final class ContainerProcess implements AutoCloseable {
  private final Process process;
  final int plainPort;
  final int gatedPort;

  private ContainerProcess(Process process, int plainPort, int gatedPort) {
    this.process = process;
    this.plainPort = plainPort;
    this.gatedPort = gatedPort;
  }

  /** Starts one; it is ready when this returns. */
  static ContainerProcess start(Kind kind, Path files, Path log, String config) {
    try {
      Process process =
          new ProcessBuilder(command(kind, files, config)).redirectError(log.toFile()).start();
      BufferedReader out = process.inputReader(UTF_8);
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("ports ")) {
          String[] ports = line.split(" ", -1);
          drain(out);
          return new ContainerProcess(
              process, Integer.parseInt(ports[1]), Integer.parseInt(ports[2]));
        }
      }
      throw new AssertionError(kind + " did not start: " + Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void drain(BufferedReader out) {
    Thread thread = new Thread(() -> readOn(out), "container-output");
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

  private static List<String> command(Kind kind, Path files, String config) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    if (kind.sessionCookie != null) {
      command.add("-Dcase.session-cookie=" + kind.sessionCookie);
    }
    command.addAll(List.of("-cp", classPath(kind), ContainerMain.class.getName()));
    command.addAll(List.of(kind.container, files.toString(), config));
    return command;
  }

  private static String classPath(Kind kind) {
    List<String> path = new ArrayList<>(TestPath.folders());
    path.addAll(kind.extra());
    path.addAll(TestPath.jars(TestPath.FILTER + "|" + TestPath.LOGGING + "|" + kind.jars));
    return String.join(File.pathSeparator, path);
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

  /** The kinds of containers. */
  enum Kind {
    TOMCAT_11("TomcatContainer", TestPath.TOMCAT, "", null),
    TOMCAT_10_1("TomcatContainer", "tomcat-annotations-api", "tomcat-embed-core-10", null),
    JETTY_EE11(
        "JettyEe11Container",
        "jetty-ee11-.*|jetty-(server|http|io|util|session|security)|jakarta.servlet-api",
        "",
        null),
    JETTY_EE10(
        "JettyEe10Container",
        "jetty-ee10-.*|jetty-(server|http|io|util|session|security)",
        "jakarta.servlet-api-6.0",
        "SHOPSESSION"),
    UNDERTOW(
        "UndertowContainer",
        "undertow-.*|xnio-.*|jboss-.*|wildfly-.*|smallrye-.*|jakarta.annotation-api",
        "jakarta.servlet-api-6.0",
        "SHOPSESSION");

    private final String container;
    private final String jars;
    private final String extra;
    private final String sessionCookie;

    Kind(String container, String jars, String extra, String sessionCookie) {
      this.container = "io.cookiegate.servlet." + container;
      this.jars = jars;
      this.extra = extra;
      this.sessionCookie = sessionCookie;
    }

    /** Jars that are not the ones of the class path. */
    private List<String> extra() {
      if (extra.isEmpty()) {
        return List.of();
      }
      try (Stream<Path> copied = Files.list(Path.of("target", "containers"))) {
        List<String> found =
            copied.map(Path::toString).filter(name -> name.contains(extra)).toList();
        if (found.size() != 1) {
          throw new AssertionError("target/containers has no " + extra + "; mvn copies it there");
        }
        return found;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
