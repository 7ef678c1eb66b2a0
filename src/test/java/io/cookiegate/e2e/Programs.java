package io.cookiegate.e2e;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the programs of the distribution's packages are, and ports for them. */
public final class Programs {
  private static final List<Socket> HELD = new ArrayList<>();

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

  /**
   * A port of this machine that nobody else is given while this test runs: a socket is bound to it that
   * neither listens nor connects. Until somebody listens there who asks for it by its number, as all
   * servers can that set SO_REUSEADDR, nobody is there.
   */
  public static synchronized int freePort() throws IOException {
    Socket held = new Socket();
    HELD.add(held);
    held.setReuseAddress(true);
    held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return held.getLocalPort();
  }
}
