package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cookiegate.e2e.GateProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar before an upstream whose name has several addresses, of which the first is dead. */
class AddressesIT {
  private static final String DEAD = "127.0.0.9";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @TempDir private Path folder;

  @Test
  void anAddressThatRefusesIsPassedOver() throws Exception {
    try (RawUpstream there = upstream()) {
      assertTaken(there);
    }
  }

  /** Its queue of connections is full, so that it answers none: the gate waits for a second. */
  @Test
  void anAddressThatIsSilentIsPassedOver() throws Exception {
    List<SocketChannel> queued = new ArrayList<>();
    try (RawUpstream there = upstream();
        ServerSocket silent =
            new ServerSocket(there.uri().getPort(), 1, InetAddress.getByName(DEAD))) {
      for (int i = 0; i < 8; i++) {
        SocketChannel one = SocketChannel.open();
        queued.add(one);
        one.configureBlocking(false);
        one.connect(new InetSocketAddress(DEAD, silent.getLocalPort()));
      }
      assertTaken(there);
    } finally {
      for (SocketChannel one : queued) {
        one.close();
      }
    }
  }

  private static RawUpstream upstream() throws IOException {
    return new RawUpstream(
        (request, out) -> {
          request.bytes();
          out.write(OK.getBytes(ISO_8859_1));
        });
  }

  private void assertTaken(RawUpstream there) throws Exception {
    Path hosts = folder.resolve("hosts");
    Files.writeString(hosts, DEAD + " several.test\n127.0.0.1 several.test\n");
    Path config = folder.resolve("gate.yaml");
    Files.writeString(
        config,
        """
        listen: [{ host: 127.0.0.1, port: 0 }]
        sites: [{ hosts: ["*"], upstream: "http://several.test:%d", banner: none }]
        timeouts: { connect: 1s }
        """
            .formatted(there.uri().getPort()));
    ProcessBuilder command = GateProcess.command("run", config.toString());
    command.environment().put("JDK_JAVA_OPTIONS", "-Djdk.net.hosts.file=" + hosts);
    try (GateProcess gate = GateProcess.start(folder.resolve("gate.log"), command)) {
      String rest = " / HTTP/1.1\r\nHost: www.site.test\r\nContent-Length: 3\r\n\r\nabc";
      for (String method : List.of("PUT", "POST")) {
        assertEquals("ok", Http.exchange(gate.port(), method + rest).body());
      }
      assertEquals(2, there.requests.size());
    }
  }
}
