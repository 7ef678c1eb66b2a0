package io.cookiegate.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One request through a container, without a network, plain and behind the filter: what the filter
 * costs is the difference of the medians, which neighbours on the machine hardly move. The catalogue is
 * the whole one that ships.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
public class FilterBenchmark {
  private static final byte[] PAGE =
      ("<!DOCTYPE html><html><head><script src=\"https://www.google-analytics.com/a.js\"></script>"
              + "</head><body>"
              + "<p class=\"text\">A paragraph of a page with <a href=\"/next\">a link</a>.</p>\n"
                  .repeat(120)
              + "</body></html>")
          .getBytes(UTF_8);

  /** The way in. */
  @Param({"plain", "filter"})
  public String door;

  /** What is asked. */
  @Param({"picture", "page", "page-with-consent"})
  public String asked;

  private Server server;
  private LocalConnector connector;
  private String request;

  @Setup
  public void start() throws Exception {
    server = new Server();
    connector = new LocalConnector(server);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder("site", new Site()), "/*");
    if (door.equals("filter")) {
      FilterHolder filter = new FilterHolder(new CookieGateFilter(Map.of("banner", "none")));
      filter.setAsyncSupported(true);
      context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    }
    server.setHandler(context);
    server.start();
    String path = asked.equals("picture") ? "/a.png" : "/a.html";
    String consent = asked.equals("page-with-consent") ? "; acceptcookies=true" : "";
    request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: www.site.example\r\nUser-Agent: benchmark\r\n"
            + "Accept: */*\r\nAccept-Language: en\r\nCookie: JSESSIONID=1; _ga=GA1.2.3"
            + consent
            + "\r\n\r\n";
  }

  @TearDown
  public void stop() throws Exception {
    server.stop();
  }

  @Benchmark
  public String request() throws Exception {
    return connector.getResponse(request);
  }

  private static final class Site extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      boolean page = request.getRequestURI().endsWith(".html");
      response.setContentType(page ? "text/html;charset=UTF-8" : "image/png");
      response.addCookie(new Cookie("_ga", "GA1.2.3"));
      response.addCookie(new Cookie("basket", "1"));
      response.getOutputStream().write(PAGE);
    }
  }
}
