package io.cookiegate.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Three machines: a front, and two behind it. Each is a network namespace of its own with a cable to the
 * front, where the machine lets a test make such; else each is a loopback address.
 */
final class Hosts implements AutoCloseable {
  private static final String NAME = "cg" + ProcessHandle.current().pid();

  private final Deque<String> namespaces = new ArrayDeque<>();
  private final boolean apart;

  private Hosts(boolean apart) {
    this.apart = apart;
  }

  static Hosts open() throws IOException, InterruptedException {
    Hosts hosts = new Hosts(true);
    try {
      hosts.connect();
      return hosts;
    } catch (AssertionError refused) {
      hosts.close();
      System.out.println(
          "No network namespaces here ("
              + refused.getMessage().strip()
              + "): on loopback instead.");
      return new Hosts(false);
    }
  }

  private void connect() throws IOException, InterruptedException {
    add("front");
    for (String gate : List.of("a", "b")) {
      add(gate);
      String cable = NAME + gate;
      ip(
          "link",
          "add",
          cable,
          "netns",
          name("front"),
          "type",
          "veth",
          "peer",
          "name",
          "up0",
          "netns",
          name(gate));
      ip("-n", name("front"), "addr", "add", front(gate) + "/24", "dev", cable);
      ip("-n", name("front"), "link", "set", cable, "up");
      ip("-n", name(gate), "addr", "add", gate(gate) + "/24", "dev", "up0");
      ip("-n", name(gate), "link", "set", "up0", "up");
    }
  }

  private void add(String host) throws IOException, InterruptedException {
    ip("netns", "add", name(host));
    namespaces.push(name(host));
    ip("-n", name(host), "link", "set", "lo", "up");
  }

  private static void ip(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Programs.find("ip", "iproute2")));
    command.addAll(List.of(arguments));
    Program.run(command);
  }

  private static String name(String host) {
    return NAME + host;
  }

  /** Whether each has a network of its own. */
  boolean apart() {
    return apart;
  }

  /** The address of the front, as the gate's machine sees it. */
  String front(String gate) {
    return apart ? "10.99." + (gate.equals("a") ? 1 : 2) + ".1" : "127.0.0.1";
  }

  /** The address of a gate's machine. */
  String gate(String gate) {
    return apart
        ? "10.99." + (gate.equals("a") ? 1 : 2) + ".2"
        : "127.0.0." + (gate.equals("a") ? 2 : 3);
  }

  /** A command to be run on one of the machines. */
  List<String> on(String host, List<String> command) {
    List<String> all = new ArrayList<>();
    if (apart) {
      all.addAll(List.of(Programs.find("ip", "iproute2"), "netns", "exec", name(host)));
    }
    all.addAll(command);
    return all;
  }

  @Override
  public void close() {
    for (String namespace : namespaces) {
      try {
        if (Files.exists(Path.of("/run/netns", namespace))) {
          ip("netns", "del", namespace);
        }
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    namespaces.clear();
  }
}
