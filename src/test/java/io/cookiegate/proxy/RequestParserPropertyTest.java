package io.cookiegate.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** Jetty's own parser says what every request is, in whatever pieces it comes. */
class RequestParserPropertyTest {
  private static final int MAX_HEAD = 4096;

  @Property(tries = 3000)
  void readsWhatJettyReads(
      @ForAll("requests") String requests, @ForAll @IntRange(min = 1, max = 6000) int piece) {
    List<String> ours = new Recorder(true).read(requests, piece);
    Statistics.label("read to the head's end").collect(ours.contains("head"));
    assertEquals(new Recorder(false).read(requests, piece), ours);
  }

  @Property(tries = 3000)
  void readsWhatJettyReadsOfPlainHeads(@ForAll("plainRequests") String requests) {
    List<String> ours = new Recorder(true).read(requests, requests.length());
    assertTrue(ours.contains("head"), requests);
    assertEquals(new Recorder(false).read(requests, requests.length()), ours);
  }

  @Provide
  Arbitrary<String> plainRequests() {
    Arbitrary<List<String>> before = plainLine().list().ofMaxSize(15);
    Arbitrary<List<String>> after = plainLine().list().ofMaxSize(15);
    Arbitrary<String> one =
        Combinators.combine(before, after)
            .as(
                (a, b) ->
                    "GET /a?b HTTP/1.1\r\n" + lines(a) + "Host: a.example\r\n" + lines(b) + "\r\n");
    return one.list().ofMinSize(1).ofMaxSize(3).map(all -> String.join("", all));
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\r\n", lines) + "\r\n";
  }

  @Provide
  Arbitrary<String> requests() {
    Arbitrary<String> start =
        Arbitraries.frequency(
            Tuple.of(6, "GET / HTTP/1.1"),
            Tuple.of(4, "POST /a?b=c HTTP/1.1"),
            Tuple.of(1, "GET http://b.example/ HTTP/1.1"),
            Tuple.of(1, "HEAD /%zz HTTP/1.0"),
            Tuple.of(1, "OPTIONS * HTTP/1.1"),
            Tuple.of(1, "GET /\u00e9 HTTP/1.1"),
            Tuple.of(1, "GET /"),
            Tuple.of(1, "PRI * HTTP/2.0"),
            Tuple.of(1, "GET /" + "x".repeat(3000) + " HTTP/1.1"));
    Arbitrary<String> host =
        Arbitraries.frequency(
            Tuple.of(20, "Host: a.example\r\n"),
            Tuple.of(1, "host:a.example:81\r\n"),
            Tuple.of(1, "Host: \r\n"),
            Tuple.of(1, "Host: a b\r\n"),
            Tuple.of(1, "Host: a\r\nHost: a\r\n"),
            Tuple.of(1, ""));
    Arbitrary<String> line =
        Arbitraries.frequencyOf(
                Tuple.of(120, plainLine()),
                Tuple.of(4, framingLine()),
                Tuple.of(1, HeadLines.odd()))
            .flatMap(text -> HeadLines.end(600).map(end -> text + end));
    Arbitrary<String> lines = line.list().ofMaxSize(12).map(all -> String.join("", all));
    Arbitrary<String> rest =
        Arbitraries.of(
            "",
            "body",
            "4\r\nbody\r\n0\r\n\r\n",
            "4\r\nbody\r\n0\r\nTrailing: x\r\n\r\n",
            "bodyGET /next HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /next HTTP/1.1\r\nHost: a\r\n\r\n");
    return Combinators.combine(start, lines, host, lines, HeadLines.end(600), rest)
        .as((a, b, c, d, e, f) -> a + "\r\n" + b + c + d + e + f);
  }

  private static Arbitrary<String> plainLine() {
    return HeadLines.plain(
        List.of(
            "Cookie",
            "COOKIE",
            "cookie",
            "User-Agent",
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Referer",
            "If-None-Match",
            "Authorization",
            "Cache-Control",
            "Sec-Fetch-Mode",
            "X-Forwarded-For",
            "Connection",
            "Upgrade-Insecure-Requests",
            "a"),
        List.of(
            "keep-alive",
            "",
            "a=b; c=d",
            "gzip, deflate, br, zstd",
            "Mozilla/5.0 (X11; Linux x86_64)",
            "https://a.example/b?c#d"),
        100);
  }

  private static Arbitrary<String> framingLine() {
    return Arbitraries.of(
        "Content-Length: 4",
        "Content-Length: 4",
        "content-length:4",
        "Content-Length: 3",
        "Content-Length: x",
        "Content-Length:",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: gzip, chunked",
        "transfer-encoding: identity",
        "Expect: 100-continue",
        "Expect: something",
        "Connection: close",
        "Connection: Upgrade",
        "Upgrade: websocket");
  }

  private static final class Recorder extends ParserRecorder implements HttpParser.RequestHandler {
    private final boolean ours;
    private final HttpParser parser;

    Recorder(boolean ours) {
      HttpCompliance strict = Compliance.requests(Set.of());
      this.ours = ours;
      this.parser =
          ours ? new RequestParser(this, MAX_HEAD, strict) : new HttpParser(this, MAX_HEAD, strict);
      parser.setHeaderCacheCaseSensitive(true);
      parser.setHeaderCacheSize(0);
    }

    @Override
    HttpParser parser() {
      return parser;
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {
      told.add(method + " " + uri + " " + version);
      if (ours) {
        ((RequestParser) parser).begin();
      }
    }

    @Override
    public void parsedHeader(HttpField field) {
      if (ours) {
        ((RequestParser) parser).tell(field, this::tell);
      } else {
        tell(field);
      }
    }

    private void tell(HttpField field) {
      told.add("field " + (field instanceof HostPortHttpField) + " " + line(field));
    }

    @Override
    public boolean headerComplete() {
      if (ours) {
        ((RequestParser) parser).tell(null, this::tell);
      }
      told.add("head");
      return true;
    }

    @Override
    public void badMessage(HttpException failure) {
      // of a head that breaks off, fields are told or not
      told.removeIf(line -> line.startsWith("field "));
      super.badMessage(failure);
    }
  }
}
