package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A server that nobody here wrote, as a process of its own that stays in the foreground. */
final class Program implements AutoCloseable {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Process process;
  private final Path log;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it in a session of its own and waits until it takes connections. Apache ends its whole
   * process group with itself, and this test would be in it.
   */
  static Program start(Path log, int port, List<String> command) throws IOException {
    return start(log, command, Map.of(), () -> accepts(port));
  }

  /** Starts it on another machine, perhaps, and waits until a command that probes it succeeds. */
  static Program start(
      Path log, List<String> command, Map<String, String> environment, List<String> probe)
      throws IOException {
    return start(log, command, environment, () -> succeeds(probe));
  }

  private static Program start(
      Path log, List<String> command, Map<String, String> environment, BooleanSupplier ready)
      throws IOException {
    List<String> alone = new ArrayList<>(List.of(Programs.find("setsid", "util-linux")));
    alone.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(alone)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Program program = new Program(builder.start(), log);
    try {
      program.await(ready);
      return program;
    } catch (Throwable e) {
      program.close();
      throw e;
    }
  }

  private void await(BooleanSupplier ready) throws IOException {
    long end = System.nanoTime() + START_NANOS;
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError(command() + " is not ready. It says: " + Files.readString(log));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private static boolean succeeds(List<String> probe) {
    try {
      run(probe);
      return true;
    } catch (AssertionError notYet) {
      return false;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean isRunning() {
    return process.isAlive();
  }

  private String command() {
    return process.info().commandLine().orElse("The program");
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs a program to its end and gives what it printed; fails where it failed. */
  static String run(List<String> command) throws IOException, InterruptedException {
    return run(new ProcessBuilder(command));
  }

  static String run(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command.command()) + " failed: " + said);
    }
    return said;
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly();
      throw new AssertionError(
          command() + " did not end within half a minute of being told to.", e);
    } finally {
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
