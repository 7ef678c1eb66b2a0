package io.cookiegate.servlet;

import io.cookiegate.gate.Visit;
import io.cookiegate.host.HostTable;
import io.cookiegate.inventory.Inventory;
import io.cookiegate.page.OwnPages;
import io.cookiegate.page.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate inside a web application: until a visitor has consented, no cookie and no tag that needs
 * consent leaves it.
 *
 * <p>It is mapped to {@code /*} before every other filter, for the dispatcher types {@code REQUEST},
 * {@code FORWARD}, {@code ASYNC} and {@code ERROR}, and supports asynchronous requests. Its
 * parameters are {@code config}, the place of a {@code gate.yaml}, or the keys of one site. An
 * application finds what a visitor said in the request attribute {@link #CONSENT}.
 */
public final class CookieGateFilter implements Filter {
  /** The request attribute that holds the visitor's {@link io.cookiegate.consent.Consent}. */
  public static final String CONSENT = "io.cookiegate.consent";

  /** The context attribute that holds the {@link Inventory} of what was seen. */
  public static final String INVENTORY = "io.cookiegate.inventory";

  /** The first parts of the parameters by which a context configures its filter. */
  static final String CONTEXT_PREFIX = "cookie-gate.";

  private static final Logger LOG = LoggerFactory.getLogger(CookieGateFilter.class);

  private final Inventory inventory = new Inventory();
  private final Map<String, String> given;
  private String sessionCookie = "JSESSIONID";
  private volatile @Nullable LiveSites sites;

  /** A filter that its container's parameters configure. */
  public CookieGateFilter() {
    this(Map.of());
  }

  /** A filter with parameters; those of its container win. */
  public CookieGateFilter(Map<String, String> parameters) {
    this.given = Map.copyOf(parameters);
  }

  @Override
  public void init(FilterConfig config) throws ServletException {
    ServletContext context = config.getServletContext();
    Map<String, String> parameters = new HashMap<>(given);
    config
        .getInitParameterNames()
        .asIterator()
        .forEachRemaining(name -> parameters.put(name, config.getInitParameter(name)));
    String prefix = context.getContextPath() + OwnPages.DEFAULT_PREFIX;
    sessionCookie = sessionCookie(context);
    context.setAttribute(INVENTORY, inventory);
    sites = LiveSites.start(FilterSource.of(parameters, context), prefix, inventory);
  }

  private static String sessionCookie(ServletContext context) {
    SessionCookieConfig cookie = context.getSessionCookieConfig(); // none where nobody has sessions
    String name = cookie == null ? null : cookie.getName();
    return name == null || name.isEmpty() ? "JSESSIONID" : name;
  }

  @Override
  public void destroy() {
    LiveSites serving = sites;
    if (serving != null) {
      serving.close();
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    GatedResponse gated = Chain.gated(response);
    if (gated != null) {
      within(gated, request, response, chain);
    } else if (request instanceof HttpServletRequest visitorRequest
        && response instanceof HttpServletResponse visitorResponse
        && !Chain.isGatedByAnother(response)) {
      enter(visitorRequest, visitorResponse, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** A second gate in a chain, or a dispatch within a request: there is one gate already. */
  private static void within(
      GatedResponse gated, ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    DispatcherType type = request.getDispatcherType();
    if (type == DispatcherType.ASYNC) {
      gated.dispatched();
    } else if (type == DispatcherType.FORWARD) {
      gated.forwarded();
    }
    chain.doFilter(request, response);
    if (type != DispatcherType.REQUEST && type != DispatcherType.INCLUDE) {
      gated.finishUnlessGoingOn();
    }
  }

  private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    LiveSites serving = sites;
    HostTable.Match<FilterSites.Door> match =
        serving == null ? null : serving.current().find(request.getServerName());
    if (match == null) {
      ErrorAnswers.answer(request, response, Refusal.UNKNOWN_HOST, "no such site");
      return;
    }
    RequestLines lines = RequestLines.of(request, sessionCookie);
    VisitorHead head = VisitorHead.of(request, match.host(), lines);
    FilterSites.Door door = match.value();
    if (door.pages().owns(head.target()) && request.getDispatcherType() != DispatcherType.ERROR) {
      new OwnPage(door.pages(), head, request, response).answer();
      return;
    }
    Visit visit = arrive(door, head);
    if (visit == null) {
      ErrorAnswers.answer(request, response, Refusal.FAILURE, "the request could not be judged");
      return;
    }
    request.setAttribute(CONSENT, visit.consent());
    GatedRequest visitorRequest =
        new GatedRequest(request, lines.changedBy(visit.requestEdits()), visit.consent());
    pass(visitorRequest, new GatedResponse(response, visitorRequest, visit, sessionCookie), chain);
  }

  private static @Nullable Visit arrive(FilterSites.Door door, VisitorHead head) {
    try {
      return door.gate().arrive(head);
    } catch (RuntimeException e) {
      LOG.warn("a request could not be judged: {}", e.getClass().getName());
      return null;
    }
  }

  private static void pass(GatedRequest request, GatedResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException | Error e) {
      response.failed(e);
      throw e;
    }
    response.finishUnlessGoingOn();
  }
}
