package io.cookiegate.servlet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
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

/** What is the filter's alone, or of Servlet 6.1 alone, so that no two doors can be compared. */
class FilterInJettyTest {
  private static final String TRACKER = "_ga=GA1.2.3";
  private static final String PIXEL = "https://www.google-analytics.com/collect?v=1";

  private final Server server = new Server();
  private final LocalConnector connector = new LocalConnector(server);

  @BeforeEach
  void start() throws Exception {
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
    context.getServletContext().getSessionCookieConfig().setName("_gid");
    context.addFilter(
        new FilterHolder(new CookieGateFilter(Map.of("banner", "none"))),
        "/*",
        EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new Site()), "/*");
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() {
    LifeCycle.stop(server);
  }

  private static final class Site extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.addHeader("Set-Cookie", TRACKER);
      response.addHeader("Set-Cookie", "basket=1");
      response.setContentType("text/plain");
      switch (request.getPathInfo()) {
        case "/session" -> response.getWriter().print(visits(request));
        case "/see-other" -> response.sendRedirect("/next", 303);
        case "/kept" -> keep(response);
        case "/tracked" -> response.sendRedirect(PIXEL);
        case "/tracked-307" -> response.sendRedirect(PIXEL, 307, true);
        default -> response.sendRedirect("/next", false);
      }
    }

    private static int visits(HttpServletRequest request) {
      Integer before = (Integer) request.getSession().getAttribute("visits");
      int now = before == null ? 1 : before + 1;
      request.getSession().setAttribute("visits", now);
      return now;
    }

    private static void keep(HttpServletResponse response) throws IOException {
      response.getWriter().print("what was written");
      response.sendRedirect("/next", 307, false);
      assertThrows(IllegalStateException.class, () -> response.sendRedirect("/again", 302));
    }
  }

  private String get(String target, String cookies) throws Exception {
    String answer =
        connector.getResponse(
            "GET " + target + " HTTP/1.1\r\nHost: a.test\r\nCookie: " + cookies + "\r\n\r\n");
    assertFalse(answer.contains(TRACKER), answer);
    assertTrue(answer.contains("basket=1"), answer);
    return answer;
  }

  @Test
  void aSessionsCookieIsLeftAloneWhateverItIsCalled() throws Exception {
    String first = get("/session", "a=b");
    Matcher set = Pattern.compile("Set-Cookie: (_gid=[^;\r]+)").matcher(first);
    assertTrue(set.find(), first);
    String cookie = set.group(1);
    assertTrue(get("/session", cookie).endsWith("2"), cookie);
    assertFalse(get("/session", cookie).contains("_gid=;"));
  }

  /** A picture's is a tracker's pixel by another name; a visitor's own step is not. */
  @Test
  void aRedirectToATrackerLeadsVisitorsThereAndNothingElse() throws Exception {
    String picture = "a=b\r\nSec-Fetch-Dest: image";
    String visitor = "a=b\r\nSec-Fetch-Dest: document";
    for (String target : new String[] {"/tracked", "/tracked-307"}) {
      String status = "HTTP/1.1 " + (target.endsWith("307") ? 307 : 302);
      String nowhere = get(target, picture);
      assertTrue(nowhere.startsWith(status) && !nowhere.contains("Location"), nowhere);
      assertTrue(nowhere.contains("no-store"), nowhere);
      String there = get(target, visitor);
      assertTrue(there.startsWith(status) && there.contains("Location: " + PIXEL), there);
    }
  }

  @Test
  void redirectsOfServlet61AreJudged() throws Exception {
    assertTrue(get("/see-other", "a=b").startsWith("HTTP/1.1 303"));
    assertTrue(get("/see-other", "a=b").contains("/next"));
    assertTrue(get("/other", "a=b").startsWith("HTTP/1.1 302"));
    String kept = get("/kept", "a=b");
    assertTrue(kept.startsWith("HTTP/1.1 307") && kept.contains("/next"), kept);
  }
}
