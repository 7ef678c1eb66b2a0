package io.cookiegate.e2e;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the programs of the distribution's packages are, and ports for them. */
public final class Programs {
  private static final Set<Integer> HANDED_OUT = new LinkedHashSet<>();

  private Programs() {}

  /** The path of a program; the package that has it is named where it is missing. */
  public static String find(String name, String debianPackage) {
    return folders().stream()
        .flatMap(folder -> named(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "This test needs the program "
                        + name
                        + ": install it (Debian, Ubuntu: apt-get install "
                        + debianPackage
                        + ")."))
        .toString();
  }

  /** Some programs have their version in their name. */
  private static Stream<Path> named(Path folder, String name) {
    String[] names = folder.toFile().list((f, n) -> n.matches(Pattern.quote(name) + "[\\d.]*"));
    return Stream.of(Objects.requireNonNullElse(names, new String[0]))
        .sorted()
        .map(folder::resolve);
  }

  private static List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    String path = System.getenv().getOrDefault("PATH", "/usr/bin");
    Arrays.stream(path.split(File.pathSeparator, -1)).map(Path::of).forEach(folders::add);
    folders.addAll(List.of(Path.of("/usr/local/sbin"), Path.of("/usr/sbin"), Path.of("/sbin")));
    return folders;
  }

  /** A port of this machine that nobody had a moment ago, and that no other call was given. */
  public static synchronized int freePort() throws IOException {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (HANDED_OUT.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      }
    }
  }
}
