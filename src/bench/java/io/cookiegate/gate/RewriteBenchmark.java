package io.cookiegate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.cookiegate.html.GeneratedPage;
import io.cookiegate.html.HtmlLimits;
import io.cookiegate.html.HtmlRewriter;
import io.cookiegate.html.Output;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import nu.validator.htmlparser.sax.HtmlSerializer;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.SimpleMarkupParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page without consent through the gate as it is, the whole catalogue and the judge of inline
 * scripts included, in 8 KB pieces; against plain copies of the same bytes, and against parsers that
 * take the same out.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RewriteBenchmark implements BodySink, Output {
  private static final int PIECE = 8192;

  @Param public GeneratedPage page;

  private byte[] bytes = {};
  private ByteBuffer[] pieces = {};
  private byte[] target = {};
  private BodyPlan.@Nullable Rewrite plan;
  private final SameRemoval same = new SameRemoval(CatalogueSite.RULES.classification());
  private int length;

  @Setup
  public void generate() {
    bytes = page.bytes();
    target = new byte[bytes.length];
    pieces = new ByteBuffer[(bytes.length + PIECE - 1) / PIECE];
    for (int i = 0; i < pieces.length; i++) {
      int at = i * PIECE;
      pieces[i] = ByteBuffer.wrap(bytes, at, Math.min(PIECE, bytes.length - at)).slice();
    }
    plan = CatalogueSite.plan();
  }

  /** The gate. */
  @Benchmark
  public int gate() {
    length = 0;
    try (BodyRewriter rewriter = requireNonNull(plan).open()) {
      for (ByteBuffer piece : pieces) {
        rewriter.write(piece.duplicate(), this);
      }
      rewriter.end(this);
    }
    return length;
  }

  @Override
  public void write(ByteBuffer kept) {
    length += kept.remaining();
  }

  /** The tokenizer of the gate, with nobody who judges. */
  @Benchmark
  public int tags() {
    length = 0;
    HtmlRewriter rewriter = new HtmlRewriter(tag -> {}, HtmlLimits.DEFAULT, this);
    for (int at = 0; at < bytes.length; at += PIECE) {
      rewriter.write(bytes, at, Math.min(bytes.length, at + PIECE));
    }
    rewriter.end();
    return length;
  }

  @Override
  public void kept(byte[] array, int from, int to) {
    length += to - from;
  }

  @Override
  public void made(byte[] array, int from, int to) {
    length += to - from;
  }

  /** A plain copy, from cache to cache. */
  @Benchmark
  public byte[] copy() {
    for (int at = 0; at < bytes.length; at += PIECE) {
      System.arraycopy(bytes, at, target, at, Math.min(PIECE, bytes.length - at));
    }
    return target;
  }

  /** A plain copy of as many bytes, from memory to memory. */
  @Benchmark
  public byte[] copyFar() {
    return FarCopy.of(bytes.length);
  }

  /** jsoup's parse alone. */
  @Benchmark
  public Document jsoupParse() throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(bytes), "UTF-8", "");
  }

  /** The same removal by jsoup. */
  @Benchmark
  public byte[] jsoup() throws IOException {
    return same.from(jsoupParse()).outerHtml().getBytes(UTF_8);
  }

  /** The same removal by nu.validator. */
  @Benchmark
  public byte[] nu() throws IOException, SAXException {
    StringWriter out = new StringWriter(bytes.length);
    HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
    parser.setContentHandler(new SaxRemoval(same, new HtmlSerializer(out)));
    InputSource source = new InputSource(new ByteArrayInputStream(bytes));
    source.setEncoding("UTF-8");
    parser.parse(source);
    return out.toString().getBytes(UTF_8);
  }

  /** The same removal by attoparser. */
  @Benchmark
  public byte[] attoparser() throws ParseException {
    StringBuilder out = new StringBuilder(bytes.length);
    new SimpleMarkupParser(ParseConfiguration.htmlConfiguration())
        .parse(new String(bytes, UTF_8), new SimpleRemoval(same, out));
    return out.toString().getBytes(UTF_8);
  }
}
