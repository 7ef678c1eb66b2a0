package io.cookiegate.proxy;

import static io.cookiegate.proxy.Http.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.cookiegate.config.AccessLogSettings;
import io.cookiegate.config.AccessLogSettings.Addresses;
import io.cookiegate.config.AccessLogSettings.Format;
import io.cookiegate.config.Forwarding;
import io.cookiegate.host.AddressRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AccessLogTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String REQUEST =
      """
      GET /a/b;jsessionid=SECRET/c%3Bd=SECRET/"e\\?q=SECRET HTTP/1.1
      Host: www.site.test
      Cookie: _track=SECRET
      Authorization: Basic SECRET
      Referer: https://SECRET:x@other.example/p;s=SECRET?q=SECRET#SECRET
      User-Agent: a "b" \u00e5
      X-Forwarded-For: 203.0.113.77
      X-Request-Id: known

      """;

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private RawUpstream upstream;
  private ProxyServer gate;

  @BeforeEach
  void start() throws Exception {
    upstream = RawUpstream.saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
  }

  @AfterEach
  void stop() throws Exception {
    gate.stop();
    upstream.close();
  }

  private static Forwarding behindAProxy() {
    return new Forwarding(
        List.of(AddressRange.parse("127.0.0.1")),
        Forwarding.Dialect.X_FORWARDED,
        true,
        Forwarding.RequestIds.ASKED);
  }

  private String line(Format format, Addresses addresses) throws Exception {
    AccessLogSettings settings = new AccessLogSettings(format, addresses, null, 1);
    AccessLog log = new AccessLog(settings, lines::add, () -> NOON);
    Site site = Gates.site(upstream.uri(), "www.site.test", "*");
    gate = Gates.start(Gates.settings(site).with(behindAProxy()).with(log));
    Http.exchange(gate.port(), wire(REQUEST));
    return next();
  }

  private String next() throws InterruptedException {
    String line = lines.poll(30, TimeUnit.SECONDS);
    assertFalse(line.contains("SECRET"), line);
    return line;
  }

  @Test
  void writesTheCommonFormat() throws Exception {
    assertEquals(
        "203.0.113.0 - - [22/Nov/2026:12:00:00 +0000] \"GET /a/b/c/\\\"e\\\\ HTTP/1.1\" 200 5",
        line(Format.COMMON, Addresses.TRUNCATED));
  }

  @Test
  void writesTheCombinedFormat() throws Exception {
    String line = line(Format.COMBINED, Addresses.FULL);
    assertTrue(line.startsWith("203.0.113.77 - - ["), line);
    assertTrue(line.endsWith(" 200 5 \"https://other.example/p\" \"a \\\"b\\\" \\xe5\""), line);
  }

  @Test
  void writesJson() throws Exception {
    JsonNode line = new ObjectMapper().readTree(line(Format.JSON, Addresses.NONE));
    assertEquals("2026-11-22T12:00:00Z", line.get("time").asString());
    assertEquals("www.site.test", line.get("site").asString());
    assertEquals("known", line.get("requestId").asString());
    assertEquals("GET", line.get("method").asString());
    assertEquals("/a/b/c/\"e\\", line.get("path").asString());
    assertEquals(200, line.get("status").asInt());
    assertEquals(5, line.get("bytes").asInt());
    assertTrue(line.get("micros").asLong() > 0);
    assertEquals("whole", line.get("end").asString());
    assertEquals("a \"b\" \u00e5", line.get("userAgent").asString());
    assertEquals("https://other.example/p", line.get("referrer").asString());
    assertFalse(line.has("address"));
    assertFalse(line.has("errorId"));
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.77, 203.0.113.0",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0",
  })
  void keepsTheNetworkOfAnAddress(String address, String kept) throws Exception {
    AccessLogSettings settings = new AccessLogSettings(Format.COMMON, Addresses.TRUNCATED, null, 1);
    AccessLog log = new AccessLog(settings, lines::add, () -> NOON);
    gate =
        Gates.start(Gates.settings(Gates.site(upstream.uri(), "*")).with(behindAProxy()).with(log));
    Http.exchange(
        gate.port(), wire("GET / HTTP/1.1\nHost: a\nX-Forwarded-For: " + address + "\n\n"));
    String line = next();
    assertTrue(line.startsWith(kept + " - - ["), line);
  }

  @Test
  void tellsOfWhatTheServerRefuses() throws Exception {
    line(Format.JSON, Addresses.NONE);
    try (Http http = new Http(gate.port())) {
      http.send("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
      String body = http.reply().body();
      JsonNode line = new ObjectMapper().readTree(next());
      assertEquals(400, line.get("status").asInt());
      assertTrue(body.contains(line.get("errorId").asString()), body);
      assertFalse(line.has("site"));
    }
  }

  @Test
  void tellsOfAFailingUpstreamUnderTheIdsThatOthersRead() throws Exception {
    line(Format.JSON, Addresses.NONE);
    upstream.close();
    Http.Reply reply = Http.get(gate.port(), "/");
    JsonNode line = new ObjectMapper().readTree(next());
    assertEquals(502, line.get("status").asInt());
    assertEquals("unreachable", line.get("upstreamFailure").asString());
    assertEquals(reply.field("X-Request-Id"), line.get("requestId").asString());
    assertTrue(reply.body().contains(line.get("errorId").asString()));
  }

  @Test
  void addsLinesToAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("access.log"), "before\n");
    AccessLogSettings settings = new AccessLogSettings(Format.COMMON, Addresses.TRUNCATED, file, 1);
    gate = Gates.start(Gates.settings(Gates.site(upstream.uri(), "*")).with(settings));
    Http.get(gate.port(), "/");
    gate.stop();
    List<String> written = Files.readAllLines(file);
    assertEquals(2, written.size());
    assertTrue(written.get(1).startsWith("127.0.0.0 - - ["), written.get(1));
  }

  @Test
  void goesToALoggerWhereThereIsNoFile() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(AccessLogWriters.LOGGER);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(appender);
    try {
      AccessLogSettings settings =
          new AccessLogSettings(Format.COMMON, Addresses.TRUNCATED, null, 1);
      gate = Gates.start(Gates.settings(Gates.site(upstream.uri(), "*")).with(settings));
      Http.get(gate.port(), "/");
      gate.stop();
      assertEquals(1, appender.list.size());
    } finally {
      logger.detachAppender(appender);
      logger.setLevel(null);
    }
  }
}
