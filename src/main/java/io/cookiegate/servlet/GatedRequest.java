package io.cookiegate.servlet;

import io.cookiegate.consent.Choice;
import io.cookiegate.consent.Consent;
import io.cookiegate.cookie.CookieHeader;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A visitor's request as the application sees it: without what the gate withholds. */
final class GatedRequest extends HttpServletRequestWrapper {
  private static final String SENDFILE_SUPPORT = "org.apache.tomcat.sendfile.support";
  private static final String SENDFILE = "org.apache.tomcat.sendfile.filename";
  private static final String COOKIE = "Cookie";

  private final HttpServletRequest original;
  private final Map<String, List<String>> changed;
  private final Consent consent;
  private @Nullable GatedResponse response;
  private volatile @Nullable GatedAsync async;

  /**
   * A request.
   *
   * @param changed what is left of each field that the gate changed
   */
  GatedRequest(HttpServletRequest original, Map<String, List<String>> changed, Consent consent) {
    super(original);
    this.original = original;
    this.changed = changed;
    this.consent = consent;
  }

  /** The answer that goes with it. */
  void answeredBy(GatedResponse response) {
    this.response = response;
  }

  private GatedResponse response() {
    GatedResponse answer = response;
    if (answer == null) {
      throw new IllegalStateException();
    }
    return answer;
  }

  // Header fields.

  @Override
  public @Nullable String getHeader(String name) {
    List<String> left = changed.get(name);
    return left == null ? super.getHeader(name) : left.isEmpty() ? null : left.get(0);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    List<String> left = changed.get(name);
    return left == null ? super.getHeaders(name) : Collections.enumeration(left);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    if (changed.isEmpty()) {
      return super.getHeaderNames();
    }
    Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
    names.removeIf(name -> changed.getOrDefault(name, List.of(name)).isEmpty());
    changed.forEach((name, left) -> addMissing(names, name, left));
    return Collections.enumeration(names);
  }

  private static void addMissing(Set<String> names, String name, List<String> left) {
    if (!left.isEmpty() && names.stream().noneMatch(name::equalsIgnoreCase)) {
      names.add(name);
    }
  }

  @Override
  public long getDateHeader(String name) {
    List<String> left = changed.get(name);
    return left != null && left.isEmpty() ? -1 : super.getDateHeader(name);
  }

  @Override
  public int getIntHeader(String name) {
    List<String> left = changed.get(name);
    return left != null && left.isEmpty() ? -1 : super.getIntHeader(name);
  }

  @Override
  public Cookie @Nullable [] getCookies() {
    Cookie[] came = super.getCookies();
    List<String> left = changed.get(COOKIE);
    if (came == null || left == null) {
      return came;
    }
    Set<String> names = names(left);
    Cookie[] kept =
        Arrays.stream(came)
            .filter(cookie -> names.contains(cookie.getName()))
            .toArray(Cookie[]::new);
    return kept.length == 0 ? null : kept;
  }

  private static Set<String> names(List<String> fields) {
    Set<String> names = new HashSet<>();
    for (String field : fields) {
      CookieHeader pairs = new CookieHeader(field);
      while (pairs.next()) {
        names.add(pairs.name());
      }
    }
    return names;
  }

  /** Tomcat would send a file past every filter; one that is told so writes it by itself. */
  @Override
  public @Nullable Object getAttribute(String name) {
    if (name.equals(SENDFILE_SUPPORT) && !letsAllPass()) {
      return false;
    }
    return super.getAttribute(name);
  }

  /** Whoever accepted before something was added has not consented to that. */
  private boolean letsAllPass() {
    return consent.choice() == Choice.GRANTED && !consent.isOpen();
  }

  // Ways on which an answer would get past the gate.

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (name.equals(SENDFILE) && !letsAllPass()) {
      throw new IllegalStateException("A file cannot be sent past the gate; it has to be written.");
    }
    super.setAttribute(name, value);
  }

  @Override
  public AsyncContext startAsync() {
    return startAsync(this, response());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse answer) {
    boolean own = request == this;
    GatedAsync started = new GatedAsync(original.startAsync(request, answer), response(), own);
    started.watch();
    async = started;
    return started;
  }

  @Override
  public AsyncContext getAsyncContext() {
    GatedAsync started = async;
    return started == null ? super.getAsyncContext() : started;
  }

  /** Whether the answer goes on after this dispatch has ended. */
  boolean goesOn() {
    return async != null;
  }

  /** A dispatch begins anew, out of an asynchronous one. */
  void dispatched() {
    async = null;
  }

  @Override
  public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler)
      throws IOException, ServletException {
    if (!response().switchesProtocols()) {
      throw new ServletException("The gate refused to change the protocol; the log says why.");
    }
    return super.upgrade(handler);
  }
}
