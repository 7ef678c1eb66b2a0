package io.cookiegate.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** Jetty's own parser says what every answer is, plain or not, in whatever pieces it comes. */
class AnswerParserPropertyTest {
  private static final int MAX_HEAD = 4096;

  @Property(tries = 3000)
  void readsWhatJettyReads(
      @ForAll("answers") String answer, @ForAll @IntRange(min = 1, max = 6000) int piece) {
    List<String> ours = new Recorder(true).read(answer, piece);
    Statistics.label("read to the head's end").collect(ours.contains("head"));
    assertEquals(new Recorder(false).read(answer, piece), ours);
  }

  @Property(tries = 3000)
  void readsWhatJettyReadsOfPlainHeads(@ForAll("plainAnswers") String answer) {
    List<String> ours = new Recorder(true).read(answer, answer.length());
    assertTrue(ours.contains("head"), answer);
    assertEquals(new Recorder(false).read(answer, answer.length()), ours);
  }

  /** What an earlier head left behind is not taken for what has yet to come. */
  @Example
  void readsWhatJettyReadsWhereverAHeadIsCut() {
    for (String fields : List.of("", "Server: a\r\n", "Server: " + "a".repeat(1014) + "\r\n")) {
      String answer = "HTTP/1.1 200 OK\r\n" + fields + "\r\n";
      for (int cut = 1; cut < answer.length(); cut++) {
        new Recorder(true).read(answer, answer.length());
        assertEquals(new Recorder(false).read(answer, cut), new Recorder(true).read(answer, cut));
      }
    }
  }

  @Provide
  Arbitrary<String> plainAnswers() {
    Arbitrary<String> lines = plainLine().list().ofMaxSize(30).map(all -> String.join("\r\n", all));
    return lines.map(
        all -> "HTTP/1.1 200 OK\r\n" + (all.isEmpty() ? "" : all + "\r\n") + "\r\nbody");
  }

  @Provide
  Arbitrary<String> answers() {
    Arbitrary<String> start =
        Arbitraries.of(
            "HTTP/1.1 200 OK",
            "HTTP/1.1 204 None",
            "HTTP/1.0 200",
            "HTTP/1.1 304 Not Modified",
            "HTTP/1.1 103 Early",
            "HTTP/1.1 101 Other");
    Arbitrary<Tuple2<String, String>> line =
        Arbitraries.frequencyOf(
                Tuple.of(40, plainLine()), Tuple.of(2, framingLine()), Tuple.of(1, HeadLines.odd()))
            .flatMap(text -> HeadLines.end(400).map(end -> Tuple.of(text, end)));
    Arbitrary<String> lines =
        line.list()
            .ofMaxSize(40)
            .map(all -> all.stream().map(l -> l.get1() + l.get2()).reduce("", String::concat));
    Arbitrary<String> rest =
        Arbitraries.of(
            "",
            "body",
            "4\r\nbody\r\n0\r\n\r\n",
            "0\r\nTrailing: x\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: b\r\n\r\n");
    return Combinators.combine(start, lines, HeadLines.end(400), rest)
        .as((a, b, c, d) -> a + "\r\n" + b + c + d);
  }

  private static Arbitrary<String> plainLine() {
    return HeadLines.plain(
        List.of(
            "Set-Cookie",
            "SET-COOKIE",
            "Server",
            "Date",
            "ETag",
            "etag",
            "Content-Type",
            "Connection",
            "Vary",
            "X-Powered-By",
            "a",
            "Link"),
        List.of(
            "text/html",
            "text/html; charset=utf-8",
            "close",
            "keep-alive",
            "",
            "a=b; Path=/; Secure",
            "gzip",
            "Mon, 23 Nov 2026 00:00:00 GMT"),
        200);
  }

  private static Arbitrary<String> framingLine() {
    return Arbitraries.of(
        "Content-Length: 4",
        "content-length:4",
        "Content-Length: 3",
        "Content-Length: x",
        "Content-Length:",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: gzip, chunked",
        "transfer-encoding: identity",
        "Host: a.example",
        "Host: a b");
  }

  private static final class Recorder extends ParserRecorder implements HttpParser.ResponseHandler {
    private final HttpFields.Mutable fields = HttpFields.build();
    private final boolean ours;
    private final HttpParser parser;

    Recorder(boolean ours) {
      this.ours = ours;
      this.parser =
          ours
              ? new AnswerParser(this, MAX_HEAD, HttpCompliance.RFC7230)
              : new HttpParser(this, MAX_HEAD, HttpCompliance.RFC7230);
      parser.setHeaderCacheCaseSensitive(true);
      parser.setHeaderCacheSize(0);
    }

    @Override
    HttpParser parser() {
      return parser;
    }

    @Override
    List<String> read(String answer, int piece) {
      try {
        return super.read(answer, piece);
      } catch (AssertionError jettys) { // for a status that it has not read yet
        told.add("bad");
        return told;
      }
    }

    @Override
    public void startResponse(HttpVersion version, int status, String reason) {
      told.add(version + " " + status + " " + reason);
      if (ours) {
        ((AnswerParser) parser).begin();
      }
      fields.clear();
    }

    @Override
    public void parsedHeader(HttpField field) {
      if (ours) {
        ((AnswerParser) parser).add(field);
      } else {
        fields.add(field);
      }
    }

    @Override
    public boolean headerComplete() {
      (ours ? ((AnswerParser) parser).fields() : fields).forEach(field -> told.add(line(field)));
      told.add("head");
      return true;
    }
  }
}
