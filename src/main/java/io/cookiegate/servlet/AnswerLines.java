package io.cookiegate.servlet;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.Gate;
import io.cookiegate.gate.HeadEdits;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one answer's head that the gate looks at, as they are when the head is complete: what
 * the container has already, then what was held back. The cookie of the container's own session is
 * not among them.
 */
final class AnswerLines implements Fields {
  private static final String SET_COOKIE = "Set-Cookie";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String CONTENT_LENGTH = "Content-Length";

  private final HttpServletResponse container;
  private final HeldFields held;
  private final String sessionCookie;
  private final List<Line> lines = new ArrayList<>(8);

  /** What has a line. */
  private enum Owner {
    CONTAINER,
    HELD
  }

  private record Line(String name, String value, Owner owner, @Nullable Cookie cookie) {}

  private AnswerLines(HttpServletResponse container, HeldFields held, String sessionCookie) {
    this.container = container;
    this.held = held;
    this.sessionCookie = sessionCookie;
  }

  /**
   * The lines of an answer.
   *
   * @param contentType what the answer is; null where nobody said
   */
  static AnswerLines of(
      HttpServletResponse container,
      HeldFields held,
      String sessionCookie,
      @Nullable String contentType) {
    AnswerLines lines = new AnswerLines(container, held, sessionCookie);
    if (contentType != null) {
      lines.add(CONTENT_TYPE, contentType, Owner.CONTAINER, null);
    }
    container.getHeaderNames().forEach(lines::addContainers);
    held.lines().forEach(line -> lines.add(line.name(), line.value(), Owner.HELD, line.cookie()));
    return lines;
  }

  private void addContainers(String name) {
    if (Gate.looksAt(name) && !name.equalsIgnoreCase(CONTENT_TYPE)) {
      for (String value : held.left(name, container.getHeaders(name))) {
        if (!isSession(name, value)) {
          add(name, value, Owner.CONTAINER, null);
        }
      }
    }
  }

  private void add(String name, String value, Owner owner, @Nullable Cookie cookie) {
    lines.add(new Line(name, value, owner, cookie));
  }

  private boolean isSession(String name, String value) {
    return name.equalsIgnoreCase(SET_COOKIE)
        && value.startsWith(sessionCookie)
        && value.startsWith("=", sessionCookie.length());
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public String name(int index) {
    return lines.get(index).name();
  }

  @Override
  public String value(int index) {
    return lines.get(index).value();
  }

  /** Gives the container what is left of the lines after edits. */
  void write(HeadEdits edits) {
    Map<String, List<String>> anew = namesToWriteAnew(edits);
    for (int i = 0; i < size(); i++) {
      Line line = lines.get(i);
      List<String> values = anew.get(line.name());
      String value = valueAfter(edits, i);
      if (line.name().equals(CONTENT_TYPE) && line.owner() == Owner.CONTAINER) {
        writeContentType(line.value(), value);
      } else if (values != null && value != null) {
        values.add(value);
      } else if (value != null && line.owner() == Owner.HELD) {
        write(line, value);
      }
    }
    anew.forEach(this::writeAnew);
    edits.added().forEach(this::add);
  }

  /** Those of which the container has a value that goes or changes. */
  private Map<String, List<String>> namesToWriteAnew(HeadEdits edits) {
    Map<String, List<String>> anew = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    held.replacedNames().forEach(name -> anew.put(name, sessions(name)));
    for (int i = 0; i < size(); i++) {
      Line line = lines.get(i);
      boolean changes = edits.removes(i) || edits.replacement(i) != null;
      if (changes && line.owner() == Owner.CONTAINER && !line.name().equals(CONTENT_TYPE)) {
        anew.computeIfAbsent(line.name(), this::sessions);
      }
    }
    return anew;
  }

  private List<String> sessions(String name) {
    List<String> values = held.left(name, container.getHeaders(name));
    values.removeIf(value -> !isSession(name, value));
    return values;
  }

  private @Nullable String valueAfter(HeadEdits edits, int index) {
    String replacement = edits.replacement(index);
    return edits.removes(index) ? null : replacement == null ? value(index) : replacement;
  }

  private void writeContentType(String before, @Nullable String after) {
    if (!before.equals(after)) {
      container.setContentType(after);
    }
  }

  private void write(Line line, String value) {
    Cookie cookie = line.cookie();
    if (cookie != null) {
      container.addCookie(
          value.equals(line.value()) ? cookie : CookieText.shortened(cookie, value));
    } else if (line.name().equalsIgnoreCase(CONTENT_LENGTH)) {
      writeLength(value);
    } else {
      container.addHeader(line.name(), value);
    }
  }

  private void writeLength(String value) {
    try {
      container.setContentLengthLong(Long.parseLong(value.strip()));
    } catch (NumberFormatException e) {
      container.setHeader(CONTENT_LENGTH, value);
    }
  }

  /** A container that cannot take a field back gets an empty one, which means nothing. */
  private void writeAnew(String name, List<String> values) {
    container.setHeader(name, values.isEmpty() ? null : values.get(0));
    if (values.isEmpty() && container.containsHeader(name)) {
      container.setHeader(name, "");
    }
    values.stream().skip(1).forEach(value -> container.addHeader(name, value));
  }

  /** An error page comes here twice, and is not to say the same twice. */
  private void add(HeadEdits.Field field) {
    if (!container.getHeaders(field.name()).contains(field.value())) {
      container.addHeader(field.name(), field.value());
    }
  }
}
