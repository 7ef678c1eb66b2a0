package io.cookiegate.cookie;

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

/** The reading of cookies, in requests and in answers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CookieBenchmark {
  @Param({
    "JSESSIONID=0A1B2C3D4E5F60718293A4B5C6D7E8F9.node1; Path=/; HttpOnly",
    "_ga=GA1.2.1144221100.1700000000; Domain=.legacy.example; Path=/; Expires=Sun, 22 Nov 2099 12:00:00 GMT"
  })
  public String setCookie = "";

  private final String cookie =
      "JSESSIONID=0A1B2C; _ga=GA1.2.3.4; preferedstartpage=portal; _gid=GA1.2.9; acceptcookies=false";

  @Benchmark
  public SetCookie setCookie() {
    return SetCookie.parse(setCookie);
  }

  @Benchmark
  public String cookieThatStays() {
    return CookieHeader.without(cookie, name -> false);
  }

  @Benchmark
  public String cookieWithoutTwo() {
    return CookieHeader.without(cookie, name -> name.startsWith("_g"));
  }
}
