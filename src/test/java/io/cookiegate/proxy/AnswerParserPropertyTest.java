package io.cookiegate.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
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
import org.eclipse.jetty.http.HttpException;
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
                Tuple.of(40, plainLine()), Tuple.of(2, framingLine()), Tuple.of(1, oddLine()))
            .flatMap(text -> lineEnd().map(end -> Tuple.of(text, end)));
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
    return Combinators.combine(start, lines, lineEnd(), rest)
        .as((a, b, c, d) -> a + "\r\n" + b + c + d);
  }

  private static Arbitrary<String> lineEnd() {
    return Arbitraries.frequency(
        Tuple.of(400, "\r\n"),
        Tuple.of(1, "\n"),
        Tuple.of(1, "\r"),
        Tuple.of(1, "\r\r\n"),
        Tuple.of(1, "\r\n "));
  }

  private static Arbitrary<String> plainLine() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.of(
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
            Arbitraries.strings().withChars("abcXYZ019-_.!~|").ofMinLength(1).ofMaxLength(20));
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.of(
                "text/html",
                "text/html; charset=utf-8",
                "close",
                "keep-alive",
                "",
                "a=b; Path=/; Secure",
                "gzip",
                "Mon, 23 Nov 2026 00:00:00 GMT"),
            Arbitraries.strings().withCharRange(' ', '~').withChars('\t').ofMaxLength(200));
    Arbitrary<String> gaps = Arbitraries.of(" ", "", "  ", "\t ");
    return Combinators.combine(names, gaps, values, gaps).as((n, g, v, h) -> n + ":" + g + v + h);
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

  private static Arbitrary<String> oddLine() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            " folded",
            "\tfolded",
            ": no name",
            "no colon",
            "name : x",
            "a b: c",
            "a: b\0c",
            "a: \u00e9",
            "\u00e9: a",
            "a: \u007f",
            "a:\u0001"),
        Arbitraries.strings()
            .withCharRange((char) 0, (char) 255)
            .excludeChars('\n')
            .ofMaxLength(30),
        Arbitraries.of("a: " + "x".repeat(3000), "y".repeat(5000) + ": a"));
  }

  /** Writes down all that a parser tells. */
  private static final class Recorder implements HttpParser.ResponseHandler {
    private final List<String> told = new ArrayList<>();
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

    List<String> read(String answer, int piece) {
      try {
        readAll(answer, piece);
      } catch (AssertionError jettys) { // for a status that it has not read yet
        told.add("bad");
      }
      return told;
    }

    private void readAll(String answer, int piece) {
      byte[] bytes = answer.getBytes(ISO_8859_1);
      for (int from = 0; from < bytes.length && !parser.isClosed(); from += piece) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length);
        buffer.put(bytes, from, Math.min(piece, bytes.length - from)).flip();
        for (int turns = 0; buffer.hasRemaining() && turns < 100; turns++) {
          int before = buffer.remaining();
          boolean stopped = parser.parseNext(buffer);
          if (!stopped && buffer.remaining() == before) {
            break;
          }
        }
      }
      parser.atEOF();
      parser.parseNext(ByteBuffer.allocate(0));
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

    /** A known name is spelled as it came; Jetty's spelling depends on what came before. */
    private void tell(HttpField field) {
      String name = field.getHeader() == null ? field.getName() : field.getHeader().name();
      told.add(name + "=" + field.getValue());
    }

    @Override
    public boolean headerComplete() {
      (ours ? ((AnswerParser) parser).fields() : fields).forEach(this::tell);
      told.add("head");
      return true;
    }

    @Override
    public boolean content(ByteBuffer bytes) {
      told.add("content " + ISO_8859_1.decode(bytes));
      return true;
    }

    @Override
    public boolean contentComplete() {
      told.add("content complete");
      return false;
    }

    @Override
    public void parsedTrailer(HttpField field) {
      told.add("trailer " + field);
    }

    @Override
    public boolean messageComplete() {
      told.add("message complete");
      parser.reset();
      return true;
    }

    @Override
    public void earlyEOF() {
      told.add("early EOF");
    }

    @Override
    public void badMessage(HttpException failure) {
      told.add("bad " + failure.getCode() + " " + failure.getReason());
    }
  }
}
