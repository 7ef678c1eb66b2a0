package io.cookiegate.proxy;

import static io.cookiegate.proxy.Http.wire;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cookiegate.e2e.GateProcess;
import io.cookiegate.e2e.Programs;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An upstream, the jar and real clients, which nobody here wrote: curl by HTTP/1.1 and HTTP/2 (by upgrade,
 * by prior knowledge, by ALPN), and nghttp.
 */
class ThreePartyIT {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final int MEGABYTES = 80;

  @TempDir private static Path folder;
  private static RawUpstream upstream;
  private static GateProcess gate;
  private static int securePort;
  private static Curl curl;
  private static volatile RawUpstream.Script script;

  @BeforeAll
  static void start() throws Exception {
    upstream = new RawUpstream((request, out) -> script.answer(request, out));
    securePort = Programs.freePort();
    Path tls = Path.of("src/test/resources/tls").toAbsolutePath();
    Path config = folder.resolve("gate.yaml");
    Files.writeString(
        config,
        """
        listen:
          - { host: 127.0.0.1, port: 0 }
          - { host: localhost, port: %d, tls: { certificate: %s/cert.pem, key: %s/key.pem } }
        sites:
          - { hosts: ["*"], upstream: "%s", banner: none }
        """
            .formatted(securePort, tls, tls, upstream.uri()));
    ProcessBuilder command = GateProcess.command("run", config.toString());
    command.environment().put("JDK_JAVA_OPTIONS", "-Xmx64m");
    gate = GateProcess.start(folder.resolve("gate.log"), command);
    curl = new Curl(folder, gate.port(), securePort);
  }

  @AfterAll
  static void stop() throws Exception {
    gate.close();
    upstream.close();
  }

  @BeforeEach
  void sayOk() {
    script = saying(OK);
    upstream.requests.clear();
  }

  private static RawUpstream.Script saying(String answer) {
    return (request, out) -> {
      request.bytes();
      out.write(answer.getBytes(ISO_8859_1));
    };
  }

  @ParameterizedTest
  @EnumSource
  void aTargetGoesUpstreamByteForByte(Curl.Way way) throws Exception {
    String utf8 = new String("/ä?ö=€".getBytes(UTF_8), ISO_8859_1);
    for (String target :
        List.of(
            "/?",
            "/a?b=c|d",
            "/a?{x}&[y]^z`",
            "/a?b=%zz&c=%",
            "//a",
            "//a//b//",
            "/a%2Fb",
            "/a%25b",
            "/a%5Cb",
            "/%E4%F6",
            "/a[0].html",
            "/a/./b/../c",
            "/a%u00e4",
            "/a;b=c/d;e",
            utf8)) {
      Curl.Reply reply = curl.get(way, target);
      assertEquals(200, reply.status(), target);
      assertEquals("GET " + target + " HTTP/1.1", upstream.last().line());
    }
    assertEquals(15, upstream.requests.size());
  }

  @ParameterizedTest
  @EnumSource
  void sixtyCookiesArriveWithoutThoseThatAreGated(Curl.Way way) throws Exception {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 60; i++) {
      head.append("Set-Cookie: c").append(i).append('=').append("x".repeat(1000)).append("\r\n");
    }
    head.append("Set-Cookie: _ga=1\r\nContent-Length: 2\r\n\r\nok");
    script = saying(head.toString());
    assertEquals(60, curl.get(way, "/").values("Set-Cookie").size());
    assertEquals(61, curl.get(way, "/", "-b", "acceptcookies=true").values("Set-Cookie").size());
  }

  @ParameterizedTest
  @EnumSource
  void twentyKilobytesOfRequestFieldsGoOnWithoutThoseThatAreGated(Curl.Way way) throws Exception {
    String long1 = "a=" + "x".repeat(10_000);
    String[] fields = {"-H", "Cookie: " + long1 + "; _ga=1", "-H", "X-Long: " + "y".repeat(10_000)};
    assertEquals(200, curl.get(way, "/", fields).status());
    assertEquals(long1, upstream.last().field("Cookie"));
    assertEquals(10_000, upstream.last().field("X-Long").length());
  }

  @ParameterizedTest
  @EnumSource
  void nobodySaysForTheGateWhereTheyComeFrom(Curl.Way way) throws Exception {
    curl.get(
        way,
        "/",
        "-H",
        "X-Forwarded-For: 10.0.0.1",
        "-H",
        "Forwarded: for=10.0.0.1;proto=gopher",
        "-H",
        "X-Forwarded-Proto: gopher",
        "-H",
        "X-Forwarded-Host: evil.test");
    assertEquals("127.0.0.1", upstream.last().field("X-Forwarded-For"));
    assertEquals(way.secure ? "https" : "http", upstream.last().field("X-Forwarded-Proto"));
    assertFalse(upstream.last().head().contains("gopher"), upstream.last().head());
    assertFalse(upstream.last().head().contains("evil"), upstream.last().head());
    assertEquals(1, upstream.last().count("Forwarded"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsForOneConnectionStaysThere(Curl.Way way) throws Exception {
    script =
        saying(
            wire(
                """
                HTTP/1.1 200 OK
                Connection: X-Hop
                X-Hop: secret
                Keep-Alive: timeout=5
                X-Stays: yes
                Content-Length: 2

                ok"""));
    Curl.Reply reply = curl.get(way, "/");
    assertEquals(List.of(), reply.values("X-Hop"));
    assertEquals(List.of(), reply.values("Keep-Alive"));
    assertEquals(List.of("yes"), reply.values("X-Stays"));
  }

  @ParameterizedTest
  @EnumSource
  void reasonsAndTrailersArrive(Curl.Way way) throws Exception {
    script =
        saying(
            wire(
                """
                HTTP/1.1 404 Borta
                Trailer: X-Sum
                Transfer-Encoding: chunked

                3
                abc
                0
                X-Sum: 42
                Set-Cookie: _ga=1

                """));
    Curl.Reply reply = curl.get(way, "/");
    assertEquals("abc", reply.text());
    assertEquals(404, reply.status());
    if (way.isHttp1()) { // curl shows no trailers by HTTP/2, which has no reasons either
      assertTrue(reply.head().startsWith("HTTP/1.1 404 Borta\r\n"), reply.head());
      assertEquals("X-Sum: 42", reply.trailers());
    } else {
      String said = nghttp("-v", "http://127.0.0.1:" + gate.port() + "/");
      assertTrue(said.contains(" x-sum: 42"), said);
      assertFalse(said.contains("_ga"), said);
    }
  }

  @ParameterizedTest
  @EnumSource
  void earlyHintsArriveWithoutThoseThatAreGated(Curl.Way way) throws Exception {
    script =
        saying(
            wire(
                    """
                    HTTP/1.1 103 Early Hints
                    Link: </a.css>; rel=preload
                    Link: <https://www.google-analytics.com/ga.js>; rel=preload
                    Set-Cookie: _ga=1

                    """)
                + OK);
    Curl.Reply reply = curl.get(way, "/");
    String hints =
        reply.heads().stream().filter(head -> head.contains(" 103")).findFirst().orElseThrow();
    assertTrue(hints.contains("</a.css>"), hints);
    assertFalse(hints.contains("analytics"), hints);
    assertFalse(hints.contains("_ga"), hints);
    assertEquals("ok", reply.text());
  }

  @ParameterizedTest
  @EnumSource
  void aHeadIsTheHeadOfAGet(Curl.Way way) throws Exception {
    script = saying("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 60\r\n\r\n");
    Curl.Reply reply = curl.get(way, "/a.png", "-I");
    assertEquals(List.of("60"), reply.values("Content-Length"));
    assertEquals("HEAD /a.png HTTP/1.1", upstream.last().line());
  }

  @ParameterizedTest
  @EnumSource
  void partsAndRevalidationsOfFilesPass(Curl.Way way) throws Exception {
    script =
        saying(
            "HTTP/1.1 206 Partial Content\r\nContent-Type: image/png\r\nContent-Range: bytes 2-4/9\r\nContent-Length: 3\r\n\r\ncde");
    Curl.Reply part = curl.get(way, "/a.png", "-r", "2-4");
    assertEquals("bytes=2-4", upstream.last().field("Range"));
    assertEquals(206, part.status());
    assertEquals("cde", part.text());
    script = saying("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n");
    assertEquals(304, curl.get(way, "/a.png", "-H", "If-None-Match: \"a\"").status());
    assertEquals("\"a\"", upstream.last().field("If-None-Match"));
  }

  @ParameterizedTest
  @EnumSource
  void aBodyWaitsForTheUpstreamsWord(Curl.Way way) throws Exception {
    List<String> bodies = new ArrayList<>();
    script =
        (request, out) -> {
          if (request.field("Expect") != null) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
          }
          bodies.add(request.body());
          out.write(OK.getBytes(ISO_8859_1));
        };
    Curl.Reply reply = curl.get(way, "/", "-H", "Expect: 100-continue", "--data-binary", "abc");
    assertEquals("ok", reply.text());
    assertEquals(List.of("abc"), bodies);
  }

  @ParameterizedTest
  @EnumSource
  void anEarlyRefusalOfAnUploadArrives(Curl.Way way) throws Exception {
    Path large = Files.write(folder.resolve("large"), new byte[50 << 20]);
    for (String more : List.of("Connection: close\r\n", "")) {
      script =
          (request, out) -> {
            out.write(
                ("HTTP/1.1 413 Too Large\r\n" + more + "Content-Length: 2\r\n\r\nno")
                    .getBytes(ISO_8859_1));
            out.flush();
            request.in().transferTo(OutputStream.nullOutputStream());
          };
      Curl.Reply reply = curl.get(way, "/", "-H", "Expect:", "--data-binary", "@" + large);
      assertEquals(0, reply.exit());
      assertEquals(413, reply.status());
      assertEquals("no", reply.text());
    }
    String said = nghttp("-v", "-d", large.toString(), "http://127.0.0.1:" + gate.port() + "/");
    assertTrue(said.contains(":status: 413"), said);
    assertFalse(said.contains("CANCEL"), said);
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenOffAnswerIsSeenToBe(Curl.Way way) throws Exception {
    for (String head :
        List.of(
            "Content-Length: 9\r\n\r\nshort", "Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n")) {
      script =
          (request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\n" + head).getBytes(ISO_8859_1));
            out.flush();
            request.socket().close();
          };
      assertNotEquals(0, curl.get(way, "/").exit());
    }
  }

  @ParameterizedTest
  @EnumSource
  void eventsArriveWhenTheyHappen(Curl.Way way) throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    script =
        (request, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n"
                  .getBytes(ISO_8859_1));
          out.flush();
          if (seen.await(20, TimeUnit.SECONDS)) {
            out.write("data: 2\n".getBytes(ISO_8859_1));
          }
          out.flush();
          request.socket().close();
        };
    Process client = curl.open(way, "/events");
    try (BufferedReader events = client.inputReader()) {
      assertEquals("data: 1", events.readLine());
      seen.countDown();
      assertEquals("data: 2", events.readLine());
      assertNull(events.readLine());
    } finally {
      client.destroyForcibly();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aVisitorWhoLeavesIsFelt(Curl.Way way) throws Exception {
    CountDownLatch felt = new CountDownLatch(1);
    script =
        (request, out) -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n1\n".getBytes(ISO_8859_1));
          try {
            for (byte[] block = new byte[1 << 16]; true; ) {
              out.write(block);
            }
          } catch (java.io.IOException gone) {
            felt.countDown();
          }
        };
    Process client = curl.open(way, "/endless");
    assertEquals('1', client.getInputStream().read());
    client.destroyForcibly();
    assertTrue(felt.await(20, TimeUnit.SECONDS));
  }

  /** The gate's heap is smaller than the files. */
  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "TLS_HTTP_2"})
  void filesOfAnySizeGoBothWays(Curl.Way way) throws Exception {
    byte[] block = new byte[1 << 20];
    List<Integer> lengths = new ArrayList<>();
    script =
        (request, out) -> {
          lengths.add(request.line().startsWith("PUT ") ? request.bytes().length : 0);
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Length: " + MEGABYTES * block.length + "\r\n\r\n")
                  .getBytes(ISO_8859_1));
          for (int i = 0; i < MEGABYTES; i++) {
            out.write(block);
          }
        };
    Path large = folder.resolve("file");
    try (OutputStream file = Files.newOutputStream(large)) {
      for (int i = 0; i < MEGABYTES; i++) {
        file.write(block);
      }
    }
    Curl.Reply reply = curl.get(way, "/big", "-T", large.toString(), "-H", "Expect:");
    assertEquals(MEGABYTES * block.length, reply.text().length());
    assertEquals(List.of(MEGABYTES * block.length), lengths);
  }

  @ParameterizedTest
  @EnumSource
  void aStaleConnectionIsNobodysProblem(Curl.Way way) throws Exception {
    script =
        (request, out) -> {
          out.write(OK.getBytes(ISO_8859_1));
          out.flush();
          request.socket().close(); // without a word before
        };
    for (int i = 0; i < 5; i++) {
      assertEquals(200, curl.get(way, "/").status());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "TLS_HTTP_2"})
  void aSilentUpstreamIsGivenUp(Curl.Way way) throws Exception {
    script = (request, out) -> request.in().read();
    Path config = folder.resolve("impatient.yaml");
    int secure = Programs.freePort();
    Files.writeString(
        config,
        Files.readString(folder.resolve("gate.yaml"))
                .replace("port: " + securePort, "port: " + secure)
            + "timeouts: { response: 2s }\n");
    try (GateProcess impatient =
        GateProcess.start(folder.resolve("impatient.log"), "run", config.toString())) {
      Curl.Reply reply = new Curl(folder, impatient.port(), secure).get(way, "/");
      assertEquals(504, reply.status());
      assertTrue(reply.text().contains("Error id: "));
    }
  }

  @ParameterizedTest
  @EnumSource
  void methodsForProxiesAreRefusedAndOptionsOfAllPass(Curl.Way way) throws Exception {
    assertEquals(405, curl.get(way, "/", "-X", "TRACE").status());
    assertEquals(0, upstream.requests.size());
    assertEquals(200, curl.get(way, "*", "-X", "OPTIONS").status());
    assertEquals("OPTIONS * HTTP/1.1", upstream.last().line());
  }

  @ParameterizedTest
  @EnumSource
  void pagesAreRewritten(Curl.Way way) throws Exception {
    String tag = "<script src=\"https://www.google-analytics.com/ga.js\"></script>";
    String page = "<html><head>" + tag + "</head><body>text</body></html>";
    script =
        saying(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
                + page.length()
                + "\r\n\r\n"
                + page);
    assertFalse(curl.get(way, "/").text().contains("google-analytics.com"));
    assertEquals(page, curl.get(way, "/", "-b", "acceptcookies=true").text());
  }

  @Test
  void aVisitorOfHttp10NeedNameNoHost() throws Exception {
    Curl.Reply reply = curl.get(Curl.Way.HTTP_1_1, "/", "--http1.0", "-H", "Host:");
    assertEquals(200, reply.status());
    assertEquals(upstream.uri().getAuthority(), upstream.last().field("Host"));
  }

  @ParameterizedTest
  @EnumSource
  void curlGetsTheProtocolThatItAsksFor(Curl.Way way) throws Exception {
    Curl.Reply reply = curl.get(way, "/");
    assertTrue(
        reply.head().startsWith(way.isHttp1() ? "HTTP/1.1 200" : "HTTP/2 200"), reply.head());
    assertEquals(way == Curl.Way.UPGRADED, reply.heads().get(0).contains(" 101 "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transfer-Encoding: chunked", "Content-Length: 9"})
  void aBodyWhoseEndCanBeReadInTwoWaysIsRefused(String field) throws Exception {
    curl.get(
        Curl.Way.HTTP_1_1, "/", "-H", field, "-H", "Content-Length: 3", "--data-binary", "abc");
    assertEquals(0, upstream.requests.size());
    Path body = Files.writeString(folder.resolve("abc"), "abc");
    nghttp("-H" + field, "-d", body.toString(), "http://127.0.0.1:" + gate.port() + "/");
    for (RawUpstream.Came came : upstream.requests) {
      assertEquals(1, came.count("Content-Length") + came.count("Transfer-Encoding"), came.head());
      assertNotEquals("9", came.field("Content-Length"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-u"})
  void nghttpGetsAPage(String option) throws Exception {
    script =
        saying(
            "HTTP/1.1 200 OK\r\nSet-Cookie: _ga=1\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\n\r\nok");
    String said = nghttp("-v", option, "http://127.0.0.1:" + gate.port() + "/x|y");
    assertTrue(said.contains(":status: 200"), said);
    assertTrue(said.contains("set-cookie: a=b"), said);
    assertFalse(said.contains("_ga"), said);
    assertEquals("2 cookie-gate", upstream.last().field("Via"));
  }

  @Test
  void nghttpGetsTrailersThatNeedMoreRoomThanTheHead() throws Exception {
    script =
        saying(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n"
                + ("X-Sum: " + "7".repeat(991) + "\r\n").repeat(20)
                + "\r\n");
    String said = nghttp("-v", "http://127.0.0.1:" + gate.port() + "/");
    assertEquals(20, said.split("x-sum: 7", -1).length - 1, said);
  }

  @Test
  void nghttpUploadsWithTrailersByTls() throws Exception {
    List<String> bodies = new ArrayList<>();
    script =
        (request, out) -> {
          bodies.add(request.body());
          out.write(OK.getBytes(ISO_8859_1));
        };
    Path body = Files.writeString(folder.resolve("upload"), "uploaded");
    String said =
        nghttp(
            "-v",
            "-y",
            "--no-content-length",
            "--trailer",
            "x-sum: 7",
            "-d",
            body.toString(),
            "https://localhost:" + securePort + "/");
    assertTrue(said.contains(":status: 200"), said);
    assertTrue(said.contains("The negotiated protocol: h2"), said);
    assertEquals(List.of("uploaded"), bodies);
    assertEquals(List.of("x-sum: 7"), upstream.last().trailers());
  }

  @Test
  void nghttpMultipliesRequestsOnOneConnection() throws Exception {
    nghttp("-m", "50", "http://127.0.0.1:" + gate.port() + "/many");
    assertEquals(50, upstream.requests.size());
  }

  private static String nghttp(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Programs.find("nghttp", "nghttp2-client")));
    Arrays.stream(arguments).filter(argument -> !argument.isEmpty()).forEach(command::add);
    Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
    client.getOutputStream().close();
    String said = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
    assertTrue(client.waitFor(30, TimeUnit.SECONDS), "nghttp does not end");
    return said;
  }
}
