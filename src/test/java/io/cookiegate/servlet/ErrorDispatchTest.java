package io.cookiegate.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Error pages of requests that something in front of the gate has refused. */
class ErrorDispatchTest {
  private static final String EMBED =
      "<iframe src=\"https://www.youtube.com/embed/x\" width=\"9\" height=\"9\"></iframe>";

  private final Server server = new Server();
  private final LocalConnector connector = new LocalConnector(server);

  @BeforeEach
  void start() throws Exception {
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    Filter guard =
        (request, response, chain) -> ((HttpServletResponse) response).sendError(403, "no");
    context.addFilter(new FilterHolder(guard), "/*", EnumSet.of(DispatcherType.REQUEST));
    CookieGateFilter gate =
        new CookieGateFilter(Map.of("ungated-paths", "/api/", "unclassified.tags", "remove"));
    context.addFilter(
        new FilterHolder(gate), "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    context.addServlet(new ServletHolder(new ErrorView()), "/error-view");
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.addErrorPage(403, "/error-view");
    context.setErrorHandler(errors);
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() {
    LifeCycle.stop(server);
  }

  private static final class ErrorView extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/html;charset=UTF-8");
      response.getWriter().print("<p>refused" + EMBED);
    }
  }

  private String get(String target) throws Exception {
    String answer = connector.getResponse("GET " + target + " HTTP/1.1\r\nHost: a.test\r\n\r\n");
    assertEquals("HTTP/1.1 403 Forbidden", answer.substring(0, 22), answer);
    assertTrue(answer.contains("<p>refused"), answer);
    return answer;
  }

  @Test
  void anErrorPageIsGated() throws Exception {
    assertFalse(get("/shop?x=1").contains("src=\"https://www.youtube.com"));
  }

  @Test
  void itStandsAtTheAddressThatWasAskedFor() throws Exception {
    String answer = get("/shop/place?x=1");
    assertTrue(answer.contains("/shop/place?x=1"), answer);
    assertFalse(answer.contains("/error-view"), answer);
  }

  @Test
  void itIsLeftAloneWhereThatAddressIs() throws Exception {
    assertTrue(get("/api/things").contains(EMBED));
  }

  @Test
  void theGatesOwnPagesAreNoWayAroundARefusal() throws Exception {
    get("/.cookie-gate/preferences");
  }
}
