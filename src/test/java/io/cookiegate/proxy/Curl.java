package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.cookiegate.e2e.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real {@code curl}, by every way that it can take to the gate. */
final class Curl {
  private final Path folder;
  private final int clearPort;
  private final int securePort;

  Curl(Path folder, int clearPort, int securePort) {
    this.folder = folder;
    this.clearPort = clearPort;
    this.securePort = securePort;
  }

  /** How curl speaks to the gate. */
  enum Way {
    HTTP_1_1("--http1.1", false),
    UPGRADED("--http2", false),
    HTTP_2("--http2-prior-knowledge", false),
    TLS_HTTP_1_1("--http1.1", true),
    TLS_HTTP_2("--http2", true);

    private final String option;
    final boolean secure;

    Way(String option, boolean secure) {
      this.option = option;
      this.secure = secure;
    }

    /** Whether requests go by HTTP/1.1; by an upgrade it is the first that does. */
    boolean isHttp1() {
      return this == HTTP_1_1 || this == TLS_HTTP_1_1;
    }
  }

  /**
   * What curl got.
   *
   * @param exit its exit status
   * @param heads every answer's head, interim ones too, a line each
   * @param trailers the fields after the body
   * @param text the body, each byte as one character
   */
  record Reply(int exit, List<String> heads, String trailers, String text) {
    static Reply of(int exit, String dumped, String text) {
      List<String> heads = new ArrayList<>();
      StringBuilder trailers = new StringBuilder();
      for (String block : dumped.split("\r\n\r\n", -1)) {
        if (block.startsWith("HTTP/")) {
          heads.add(block);
        } else {
          trailers.append(block.strip());
        }
      }
      return new Reply(exit, heads, trailers.toString(), text);
    }

    String head() {
      return heads.get(heads.size() - 1);
    }

    int status() {
      return Integer.parseInt(head().split(" ", 3)[1].strip());
    }

    List<String> values(String name) {
      return head()
          .lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .toList();
    }
  }

  Reply get(Way way, String target, String... options) throws IOException, InterruptedException {
    Path dumped = Files.createTempFile(folder, "head", "");
    Path body = Files.createTempFile(folder, "body", "");
    List<String> command = command(way, target, options);
    command.addAll(List.of("-D", dumped.toString(), "-o", body.toString()));
    Process curl = start(command);
    curl.getOutputStream().close();
    if (!curl.waitFor(60, TimeUnit.SECONDS)) {
      curl.destroyForcibly();
      throw new AssertionError("curl does not end: " + command);
    }
    return Reply.of(
        curl.exitValue(), Files.readString(dumped, ISO_8859_1), Files.readString(body, ISO_8859_1));
  }

  /** One that goes on: what it gets is on its standard output as soon as it has it. */
  Process open(Way way, String target, String... options) throws IOException {
    List<String> command = command(way, target, options);
    command.add("-N");
    return start(command);
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The target goes by a file, so that no character set is in its way. */
  private List<String> command(Way way, String target, String... options) throws IOException {
    Path config = Files.createTempFile(folder, "curl", ".conf");
    String quoted = target.replace("\\", "\\\\").replace("\"", "\\\"");
    Files.writeString(
        config,
        "url = \"" + origin(way) + "/\"\nrequest-target = \"" + quoted + "\"\n",
        target.chars().allMatch(c -> c < 256) ? ISO_8859_1 : UTF_8);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Programs.find("curl", "curl"), "-s", "-g", "--noproxy", "*"));
    command.addAll(List.of("--max-time", "50", way.option, "-K", config.toString()));
    command.addAll(List.of("--cacert", Path.of("src/test/resources/tls/cert.pem").toString()));
    command.addAll(List.of(options));
    return command;
  }

  private String origin(Way way) {
    return way.secure ? "https://localhost:" + securePort : "http://127.0.0.1:" + clearPort;
  }
}
