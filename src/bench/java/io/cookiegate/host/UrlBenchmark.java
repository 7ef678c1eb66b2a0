package io.cookiegate.host;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The reading of URLs as browsers read them, and of host names. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class UrlBenchmark {
  @Param({
    "/media/3/thumb_111.jpg",
    "https://www.googletagmanager.com/gtm.js?id=GTM-K7LEGAC",
    "HTTPS:\\\\u@www.R\u00e4ksm\u00f6rg\u00e5s.example:443/a/../b?c#d"
  })
  public String url = "";

  private final WebUrl page = WebUrl.parse("https://www.legacy.example/portal/start.do", null);

  @Benchmark
  public WebUrl url() {
    return WebUrl.parse(url, page);
  }

  @Benchmark
  public String host() {
    return HostName.canonical("www.legacy.example");
  }
}
