package io.cookiegate.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the filter writes into the log about visitors: a reason, an id, a host and a bare path. */
class FilterLogTest {
  private static final Pattern ID = Pattern.compile("Error id: (\\w{8})");
  private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.cookiegate");

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Level before = LOG.getLevel();
  private final Server server = new Server();
  private final LocalConnector connector = new LocalConnector(server);

  @BeforeEach
  void start() throws Exception {
    log.start();
    LOG.addAppender(log);
    LOG.setLevel(Level.TRACE);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    CookieGateFilter gate = new CookieGateFilter(Map.of("hosts", "shop.test"));
    context.addFilter(new FilterHolder(gate), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new Site()), "/*");
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() {
    LifeCycle.stop(server);
    LOG.setLevel(before);
    LOG.detachAppender(log);
  }

  private static final class Site extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/html;charset=UTF-8");
      response.addCookie(new Cookie("basket", "secret-set"));
      response.addHeader("Set-Cookie", "_ga=secret-set");
      response.setHeader("Content-Encoding", "gzip");
      if (request.getRequestURI().startsWith("/late")) {
        response.flushBuffer();
      }
      response.getOutputStream().write("secret-page".getBytes(UTF_8));
    }
  }

  private String ask(String method, String host, String path, String content) throws Exception {
    return connector.getResponse(
        method
            + " "
            + path
            + ";jsessionid=secret-session/end;v=secret-path?q=secret-query HTTP/1.1\r\nHost: "
            + host
            + "\r\nCookie: JSESSIONID=secret-cookie; _ga=secret-tracker\r\n"
            + "Referer: http://shop.test/secret-referer\r\nUser-Agent: secret-agent\r\n"
            + "Authorization: Basic secret-login\r\nX-Forwarded-For: 192.0.2.77\r\n"
            + "Content-Length: "
            + content.length()
            + "\r\n\r\n"
            + content);
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private String only(String about) {
    List<String> found = lines().stream().filter(line -> line.contains(about)).toList();
    assertEquals(1, found.size(), lines()::toString);
    for (ILoggingEvent event : log.list) {
      String line = event.getFormattedMessage() + event.getThrowableProxy();
      assertFalse(line.contains("secret") || line.contains("192.0.2."), line);
    }
    return found.get(0);
  }

  private static void assertNames(String answer, String line) {
    Matcher id = ID.matcher(answer);
    assertTrue(id.find() && line.contains(id.group(1)), answer + line);
  }

  @Test
  void aHostThatIsNoSite() throws Exception {
    String answer = ask("GET", "other.test", "/a", "");
    String line = only("no such site");
    assertNames(answer, line);
    assertTrue(line.contains("GET other.test/a/end: "), line);
  }

  @Test
  void aPageThatCannotBeJudged() throws Exception {
    String answer = ask("GET", "shop.test", "/broken", "");
    assertTrue(answer.startsWith("HTTP/1.1 502"), answer);
    assertNames(answer, only("shop.test/broken/end: "));
  }

  @Test
  void anAnswerThatIsCutOff() throws Exception {
    ask("GET", "shop.test", "/late", "");
    assertTrue(only("cut off").contains("GET shop.test/late/end: "));
  }

  @Test
  void contentForAnOwnPageThatIsTooLong() throws Exception {
    String answer =
        ask(
            "POST",
            "shop.test",
            "/.cookie-gate/consent",
            "choice=accept&x=" + "secret".repeat(2000));
    assertNames(answer, only("too long"));
  }
}
