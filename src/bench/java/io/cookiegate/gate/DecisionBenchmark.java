package io.cookiegate.gate;

import io.cookiegate.config.ConfigLoader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The decision without a body: a request arrives, an answer is judged, by the shipped catalogue. */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionBenchmark {
  private static final List<HeadEdits.Field> PAGE =
      List.of(
          field("Server", "nginx"),
          field("Content-Type", "text/html; charset=utf-8"),
          field("Content-Length", "59253"),
          field("ETag", "\"65536-59253\""),
          field(
              "Set-Cookie", "JSESSIONID=0A1B2C3D4E5F60718293A4B5C6D7E8F9.node1; Path=/; HttpOnly"),
          field(
              "Set-Cookie",
              "_ga=GA1.2.1.1700000000; Domain=.legacy.example; Path=/; Expires=Sun, 22 Nov 2099 12:00:00 GMT"),
          field("Set-Cookie", "preferedstartpage=portal; Path=/; Max-Age=31536000"),
          field(
              "Set-Cookie",
              "IDE=AHWqTUm1234567890abcdef; Domain=.doubleclick.net; Path=/; HttpOnly; Secure; SameSite=None"));
  private static final List<HeadEdits.Field> ASSET =
      List.of(
          field("Server", "nginx"),
          field("Content-Type", "image/png"),
          field("Content-Length", "1024"));

  @Param({"", "; acceptcookies=true"})
  public String consent = "";

  private final Gate gate;
  private Request request = new Request(List.of());

  public DecisionBenchmark() {
    this(CatalogueSite.rules(ConfigLoader.catalogue()), GateObserver.NONE);
  }

  DecisionBenchmark(SiteRules rules, GateObserver observer) {
    gate = Gate.of(rules, observer);
  }

  private static HeadEdits.Field field(String name, String value) {
    return new HeadEdits.Field(name, value);
  }

  private record Lines(List<HeadEdits.Field> lines) implements Fields {
    @Override
    public int size() {
      return lines.size();
    }

    @Override
    public String name(int index) {
      return lines.get(index).name();
    }

    @Override
    public String value(int index) {
      return lines.get(index).value();
    }
  }

  private record Request(List<HeadEdits.Field> lines) implements RequestHead {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public boolean secure() {
      return true;
    }

    @Override
    public String host() {
      return "www.legacy.example";
    }

    @Override
    public String target() {
      return "/portal/start.do";
    }

    @Override
    public Fields fields() {
      return new Lines(lines);
    }
  }

  private record Response(int status, Fields fields) implements ResponseHead {}

  @Setup
  public void visitor() {
    request =
        new Request(
            List.of(
                field("Host", "www.legacy.example"),
                field("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/145.0"),
                field("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"),
                field("Accept-Encoding", "gzip, deflate, br, zstd"),
                field("Sec-Fetch-Dest", "document"),
                field("Cookie", "JSESSIONID=0A1B2C; preferedstartpage=portal" + consent)));
  }

  @Benchmark
  public Visit arrive() {
    return gate.arrive(request);
  }

  @Benchmark
  public Answer page() {
    return gate.arrive(request).answer(new Response(200, new Lines(PAGE)));
  }

  @Benchmark
  public Answer asset() {
    return gate.arrive(request).answer(new Response(200, new Lines(ASSET)));
  }
}
