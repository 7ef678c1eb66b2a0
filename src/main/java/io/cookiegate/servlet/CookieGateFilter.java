package io.cookiegate.servlet;

import io.cookiegate.config.ConfigWatch;
import io.cookiegate.config.GateConfig;
import io.cookiegate.config.Loaded;
import io.cookiegate.diagnostic.Finding;
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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  private Map<String, String> given;
  private String prefix = OwnPages.DEFAULT_PREFIX;
  private String sessionCookie = "JSESSIONID";
  private volatile @Nullable FilterSites sites;
  private @Nullable ConfigWatch<GateConfig> watch;

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
    prefix = context.getContextPath() + OwnPages.DEFAULT_PREFIX;
    sessionCookie = sessionCookie(context);
    context.setAttribute(INVENTORY, inventory);
    start(FilterSource.of(parameters, context));
  }

  private static String sessionCookie(ServletContext context) {
    String name = context.getSessionCookieConfig().getName();
    return name == null || name.isEmpty() ? "JSESSIONID" : name;
  }

  private void start(FilterSource source) throws ServletException {
    Loaded<GateConfig> loaded = source.get();
    if (loaded instanceof Loaded.Refused<GateConfig> refused) {
      throw new ServletException(
          refused.findings().stream()
              .map(Finding::toString)
              .collect(Collectors.joining("\n", "Cookie Gate is not configured:\n", "")));
    }
    Live live = new Live();
    live.changed(((Loaded.Ready<GateConfig>) loaded).value());
    if (source.canChange()) {
      ConfigWatch<GateConfig> started = ConfigWatch.of(source, loaded.files(), live);
      started.start();
      watch = started;
    }
  }

  private final class Live implements ConfigWatch.Receiver<GateConfig> {
    @Override
    public void changed(GateConfig config) {
      sites = FilterSites.of(config, prefix, inventory);
      LOG.info("configuration in use: classification {}", config.classification().version());
    }

    @Override
    public void refused(List<Finding> findings) {
      LOG.warn("configuration refused, the one before stays in use: {} problems", findings.size());
      findings.forEach(finding -> LOG.warn("{}", finding));
    }
  }

  @Override
  public void destroy() {
    ConfigWatch<GateConfig> started = watch;
    if (started != null) {
      started.close();
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    GatedResponse gated = GatedResponse.in(response);
    if (gated != null) {
      within(gated, request, response, chain);
    } else if (request instanceof HttpServletRequest visitorRequest
        && response instanceof HttpServletResponse visitorResponse
        && !isGatedByAnother(response)) {
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

  /** Whether a gate that another class loader brought stands in the chain. */
  private static boolean isGatedByAnother(ServletResponse response) {
    ServletResponse current = response;
    while (current instanceof jakarta.servlet.ServletResponseWrapper wrapper) {
      if (current.getClass().getName().equals(GatedResponse.class.getName())) {
        return true;
      }
      current = wrapper.getResponse();
    }
    return false;
  }

  private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    FilterSites serving = sites;
    HostTable.Match<FilterSites.Door> match =
        serving == null ? null : serving.find(request.getServerName());
    if (match == null) {
      ErrorAnswers.answer(request, response, Refusal.UNKNOWN_HOST, "no such site");
      return;
    }
    RequestLines lines = RequestLines.of(request, sessionCookie);
    VisitorHead head = VisitorHead.of(request, match.host(), lines);
    FilterSites.Door door = match.value();
    if (door.pages().owns(head.target())) {
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
