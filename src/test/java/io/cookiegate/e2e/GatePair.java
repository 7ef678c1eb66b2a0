package io.cookiegate.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two gates behind the HAProxy front that ships in config/, and a site behind them. */
final class GatePair implements AutoCloseable {
  static final List<String> NAMES = List.of("a", "b");

  private static final Pattern TAKEN =
      Pattern.compile("cookie_gate_configuration_reloads_total\\{outcome=\"taken\"} (\\d+)");

  private static final String SITE =
      """
      server {
        listen %d;
        default_type text/html;
        root FOLDER/root;
        location /form { return 200 "<html><body>Thank you.</body></html>"; }
      }
      """;

  private final Hosts hosts;
  private final Path folder;
  private final int sitePort;
  private final int port;
  private final int adminPort;
  private final int frontPort;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Map<String, GateProcess> gates = new HashMap<>();
  private int version;

  private GatePair(Hosts hosts, Path folder) throws IOException {
    this.hosts = hosts;
    this.folder = folder;
    boolean apart = hosts.apart();
    this.sitePort = apart ? 8000 : Programs.freePort();
    this.port = apart ? 8080 : Programs.freePort();
    this.adminPort = apart ? 9090 : Programs.freePort();
    this.frontPort = apart ? 80 : Programs.freePort();
  }

  static GatePair start(Hosts hosts, Path folder) throws IOException, InterruptedException {
    GatePair pair = new GatePair(hosts, folder);
    try {
      pair.start();
      return pair;
    } catch (Throwable e) {
      pair.close();
      throw e;
    }
  }

  private void start() throws IOException, InterruptedException {
    Path root = Files.createDirectories(folder.resolve("site/root"));
    Files.writeString(root.resolve("page.html"), Visitor.PAGE);
    List<String> site = Nginx.command(folder.resolve("site"), SITE.formatted(sitePort));
    open.push(
        Program.start(
            folder.resolve("site.log"), hosts.on("front", site), Map.of(), probe(sitePort)));
    for (String name : NAMES) {
      Files.createDirectories(folder.resolve(name));
      classification(name);
      startGate(name);
    }
    open.push(front());
  }

  void startGate(String name) throws IOException, InterruptedException {
    Path config = folder.resolve(name).resolve("gate.yaml");
    Files.writeString(
        config,
        """
        listen: [{ host: %s, port: %d }]
        admin: { host: %s, port: %d }
        shutdown: { delay: 2s } # the front asks more than once in that time
        classification: classification.yaml
        sites:
          - { hosts: ["*"], upstream: "http://%s:%d", banner: none }
        """
            .formatted(
                hosts.gate(name), port, hosts.gate(name), adminPort, hosts.front(name), sitePort));
    ProcessBuilder command = GateProcess.command("run", config.toString());
    command.command(hosts.on(name, command.command()));
    Path log = folder.resolve(name).resolve("gate.log");
    gates.put(name, GateProcess.start(log, command));
    awaitAnswer(name, adminUrl(name, "/health/ready"));
  }

  /** Tells a gate to end, and waits until it has. */
  void stopGate(String name) {
    GateProcess gate = gates.remove(name);
    if (gate != null) {
      gate.close();
    }
  }

  private Program front() throws IOException {
    List<String> command =
        hosts.on(
            "front",
            List.of(
                Programs.find("haproxy", "haproxy"),
                "-db",
                "-f",
                Path.of(System.getProperty("cookie-gate.config", "config"))
                    .resolve("haproxy/haproxy.cfg")
                    .toAbsolutePath()
                    .toString()));
    Map<String, String> environment =
        Map.of(
            "FRONT", hosts.front("a") + ":" + frontPort,
            "GATE_A", hosts.gate("a"),
            "GATE_B", hosts.gate("b"),
            "GATE_PORT", Integer.toString(port),
            "GATE_ADMIN_PORT", Integer.toString(adminPort));
    return Program.start(folder.resolve("haproxy.log"), command, environment, probe(frontPort));
  }

  /** Whether something on the front's machine answers at a port there. */
  private List<String> probe(int port) {
    return hosts.on("front", curl("http://" + hosts.front("a") + ":" + port + "/page.html"));
  }

  private static List<String> curl(String url) {
    return List.of(
        Programs.find("curl", "curl"), "-s", "-S", "-f", "-m", "5", "--noproxy", "*", url);
  }

  String url() {
    return "http://" + hosts.front("a") + ":" + frontPort + "/";
  }

  private String adminUrl(String name, String path) {
    return "http://" + hosts.gate(name) + ":" + adminPort + path;
  }

  /** Asks until there is an answer. */
  private String awaitAnswer(String name, String url) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        return Program.run(hosts.on(name, curl(url)));
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }

  /** Waits until the front sends visitors to a gate. */
  void awaitWork(String name) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (answered(name) == 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Gate " + name + " gets no visitors.");
      }
    }
  }

  /** Changes a gate's classification, tells it, and waits until it has taken it. */
  void reload(String name) throws IOException, InterruptedException {
    long before = taken(name);
    classification(name);
    gates.get(name).signal("HUP");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (taken(name) == before) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Gate " + name + " did not reload: " + Files.readString(log(name)));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private Path log(String name) {
    return folder.resolve(name).resolve("gate.log");
  }

  /** How many changes a gate says it has taken. */
  long taken(String name) throws IOException, InterruptedException {
    Matcher taken = TAKEN.matcher(awaitAnswer(name, adminUrl(name, "/metrics")));
    return taken.find() ? Long.parseLong(taken.group(1)) : 0;
  }

  /** How many requests a gate says it has answered since its start. */
  long answered(String name) throws IOException, InterruptedException {
    return awaitAnswer(name, adminUrl(name, "/metrics"))
        .lines()
        .filter(line -> line.startsWith("cookie_gate_requests_total{"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private void classification(String name) throws IOException {
    Path file = folder.resolve(name).resolve("classification.yaml");
    Path next = folder.resolve(name).resolve("next.yaml");
    Files.writeString(
        next,
        """
        services:
          passing-%d:
            name: Passing
            category: statistics
            tags: [{ host: passing.example }]
        """
            .formatted(++version));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Begins to ask through the front, until {@link Load#end}. */
  Load load(int connections) throws IOException {
    Path script = folder.resolve("load.lua");
    try (var in = GatePair.class.getResourceAsStream("load.lua")) {
      Files.write(script, in.readAllBytes());
    }
    Path out = folder.resolve("load.out");
    List<String> command = new ArrayList<>(List.of(Programs.find("setsid", "util-linux")));
    command.addAll(
        hosts.on(
            "front",
            List.of(
                Programs.find("wrk", "wrk"),
                "-t1",
                "-c" + connections,
                "-d600s",
                "--timeout",
                "20s",
                "-s",
                script.toString(),
                url())));
    return new Load(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start(),
        out);
  }

  /** A running {@code wrk}, which counts for itself. */
  record Load(Process process, Path out) implements AutoCloseable {
    /** Ends it and gives what it counted: {@code answered}, {@code wrong} and so on. */
    Map<String, Long> end() throws IOException, InterruptedException {
      signal(process, "INT");
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new AssertionError("wrk did not end: " + Files.readString(out));
      }
      Map<String, Long> counts = new HashMap<>();
      Matcher count = Pattern.compile("COUNT (\\w+) (\\d+)").matcher(Files.readString(out, UTF_8));
      while (count.find()) {
        counts.put(count.group(1), Long.valueOf(count.group(2)));
      }
      return counts;
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    Program.run(List.of("/bin/kill", "-" + name, Long.toString(process.pid())));
  }

  @Override
  public void close() {
    try {
      for (String name : NAMES) {
        stopGate(name);
      }
      for (AutoCloseable one : open) {
        one.close();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
