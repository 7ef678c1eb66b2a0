package io.cookiegate.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
import org.xml.sax.helpers.DefaultHandler;

/** The rewriter against a plain copy of the same bytes and against parsers, in 8 KB chunks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RewriteBenchmark implements Output {
  private static final int CHUNK = 8192;

  @Param public GeneratedPage page;

  private byte[] bytes = {};
  private byte[] target = {};
  private int length;

  @Setup
  public void generate() {
    bytes = page.bytes();
    target = new byte[bytes.length + CHUNK];
  }

  /** The plain copy that everything is measured against. */
  @Benchmark
  public byte[] copy() {
    for (int at = 0; at < bytes.length; at += CHUNK) {
      System.arraycopy(bytes, at, target, at, Math.min(CHUNK, bytes.length - at));
    }
    return target;
  }

  /** The rewriter with a judge of URLs and inline scripts. */
  @Benchmark
  public int rewrite() {
    return rewrite(new TrackerJudge());
  }

  /** The rewriter alone: every tag is shown and nobody looks. */
  @Benchmark
  public int tags() {
    return rewrite(tag -> {});
  }

  private int rewrite(TagHandler handler) {
    length = 0;
    HtmlRewriter rewriter = new HtmlRewriter(handler, HtmlLimits.DEFAULT, this);
    for (int at = 0; at < bytes.length; at += CHUNK) {
      rewriter.write(bytes, at, Math.min(bytes.length, at + CHUNK));
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
    System.arraycopy(array, from, target, 0, to - from);
    length += to - from;
  }

  @Benchmark
  public Document jsoup() throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(bytes), "UTF-8", "");
  }

  @Benchmark
  public void nu() throws IOException, SAXException {
    HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
    parser.setContentHandler(new DefaultHandler());
    InputSource source = new InputSource(new ByteArrayInputStream(bytes));
    source.setEncoding("UTF-8");
    parser.parse(source);
  }

  @Benchmark
  public void attoparser() throws ParseException {
    new MarkupParser(ParseConfiguration.htmlConfiguration())
        .parse(new String(bytes, StandardCharsets.UTF_8), new AbstractMarkupHandler() {});
  }
}
