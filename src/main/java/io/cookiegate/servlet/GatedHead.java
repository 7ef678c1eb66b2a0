package io.cookiegate.servlet;

import io.cookiegate.gate.Gate;
import io.cookiegate.gate.Visit;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer as the application writes it. Fields at which the gate looks are held until
 * the head is judged; the others go to the container at once, as does whatever makes the {@code
 * Content-Type}.
 */
abstract class GatedHead extends HttpServletResponseWrapper {
  private static final String CONTENT_LENGTH = "Content-Length";

  final HttpServletResponse container;
  final GatedRequest request;
  final HeldFields held = new HeldFields();
  private final Visit visit;
  private @Nullable Supplier<Map<String, String>> trailers;

  GatedHead(HttpServletResponse container, GatedRequest request, Visit visit) {
    super(container);
    this.container = container;
    this.request = request;
    this.visit = visit;
  }

  /** Whether everything can still be taken back. */
  abstract boolean isUnjudged();

  /** Fields that cannot be changed: the head is on its way, or an included servlet asks. */
  private boolean isFixed() {
    return isCommitted() || request.getDispatcherType() == DispatcherType.INCLUDE;
  }

  private static boolean isHeld(@Nullable String name) {
    return name != null && !name.equalsIgnoreCase("Content-Type") && Gate.looksAt(name);
  }

  @Override
  public void addCookie(Cookie cookie) {
    if (!isFixed()) {
      held.add((Cookie) cookie.clone());
    }
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (!isHeld(name)) {
      setOther(name, value);
    } else if (!isFixed()) {
      held.set(name, value, super.getHeaders(name));
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!isHeld(name)) {
      addOther(name, value);
    } else if (!isFixed() && value != null) {
      held.add(name, value);
    }
  }

  private void setOther(String name, @Nullable String value) {
    if ("Content-Type".equalsIgnoreCase(name) && value != null) {
      setContentType(value);
    } else if (!isCommitted()) {
      super.setHeader(name, value);
    }
  }

  private void addOther(String name, String value) {
    if ("Content-Type".equalsIgnoreCase(name)) {
      setContentType(value);
    } else if (!isCommitted()) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setDateHeader(String name, long date) {
    setHeader(name, HttpDate.of(date));
  }

  @Override
  public void addDateHeader(String name, long date) {
    addHeader(name, HttpDate.of(date));
  }

  @Override
  public void setIntHeader(String name, int value) {
    setHeader(name, Integer.toString(value));
  }

  @Override
  public void addIntHeader(String name, int value) {
    addHeader(name, Integer.toString(value));
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    setHeader(CONTENT_LENGTH, length < 0 ? null : Long.toString(length));
  }

  @Override
  public boolean containsHeader(String name) {
    return isHeld(name) ? !getHeaders(name).isEmpty() : super.containsHeader(name);
  }

  @Override
  public @Nullable String getHeader(String name) {
    if (!isHeld(name)) {
      return super.getHeader(name);
    }
    Collection<String> values = getHeaders(name);
    return values.isEmpty() ? null : values.iterator().next();
  }

  @Override
  public Collection<String> getHeaders(String name) {
    Collection<String> containers = super.getHeaders(name);
    return isHeld(name) && isUnjudged() ? held.values(name, containers) : containers;
  }

  @Override
  public Collection<String> getHeaderNames() {
    Set<String> names = new LinkedHashSet<>(super.getHeaderNames());
    if (isUnjudged()) {
      names.removeIf(name -> isHeld(name) && getHeaders(name).isEmpty());
      held.lines().forEach(line -> addMissing(names, line.name()));
    }
    return names;
  }

  private static void addMissing(Set<String> names, String name) {
    if (names.stream().noneMatch(name::equalsIgnoreCase)) {
      names.add(name);
    }
  }

  @Override
  public void setStatus(int status) {
    if (!isCommitted()) {
      super.setStatus(status);
    }
  }

  @Override
  public void setTrailerFields(Supplier<Map<String, String>> supplier) {
    if (isCommitted()) {
      throw new IllegalStateException("The answer is on its way.");
    }
    trailers = supplier;
    super.setTrailerFields(() -> Trailers.judged(supplier.get(), visit));
  }

  @Override
  public @Nullable Supplier<Map<String, String>> getTrailerFields() {
    return trailers;
  }
}
