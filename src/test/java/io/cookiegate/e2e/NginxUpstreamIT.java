package io.cookiegate.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** nginx as a site that compresses, as it comes and as it should be set behind a proxy. */
class NginxUpstreamIT {
  private static final String SITES =
      """
      gzip on;
      server { listen 127.0.0.1:%d; server_name plain.test; root FOLDER; }
      server { listen 127.0.0.1:%d; server_name proxied.test; root FOLDER; gzip_proxied any; }
      """;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private Path folder;

  /** RFC 9110 7.6.3 has proxies name themselves by Via, and nginx compresses nothing for those. */
  @Test
  void compressesForTheGateOnceItIsTold() throws Exception {
    int plain = Programs.freePort();
    int proxied = Programs.freePort();
    Files.writeString(folder.resolve("page.html"), Visitor.PAGE);
    try (Program site = Nginx.start(folder, plain, SITES.formatted(plain, proxied));
        GateProcess unaware = gate(plain);
        GateProcess aware = gate(proxied)) {
      assertTrue(site.isRunning());
      assertEquals(Optional.of("gzip"), coding(get(plain, Visitor.GRANTED)));
      assertEquals(Optional.empty(), coding(get(unaware.port(), Visitor.GRANTED)));
      for (Visitor visitor : Visitor.values()) {
        HttpResponse<byte[]> answer = get(aware.port(), visitor);
        assertEquals(Optional.of("gzip"), coding(answer));
        visitor.assertOwnPage(answer);
      }
    }
    assertTrue(Files.readString(folder.resolve("access.log")).contains("200 GET /page.html"));
  }

  private GateProcess gate(int site) throws Exception {
    Path config = folder.resolve("gate" + site + ".yaml");
    Files.writeString(
        config,
        """
        listen: [{ host: 127.0.0.1, port: 0 }]
        sites: [{ hosts: ["*"], upstream: "http://127.0.0.1:%d" }]
        """
            .formatted(site));
    return GateProcess.start(folder.resolve("gate.log"), "run", config.toString());
  }

  private static Optional<String> coding(HttpResponse<byte[]> answer) {
    assertEquals(200, answer.statusCode());
    return answer.headers().firstValue("Content-Encoding");
  }

  private HttpResponse<byte[]> get(int port, Visitor visitor) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/page.html"))
            .header("Accept", "text/html")
            .header("Accept-Encoding", "gzip");
    if (!visitor.cookie().isEmpty()) {
      request.header("Cookie", visitor.cookie());
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
