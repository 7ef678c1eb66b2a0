package io.cookiegate.servlet;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The header lines of an answer that the application has set and the container has not got yet:
 * those at which the gate looks. A container need not be able to take a line back (before Servlet
 * 6.1 nothing says how), so a line that may go is not given to it before it is judged.
 */
final class HeldFields {
  private final List<Line> lines = new ArrayList<>(4);
  private final Map<String, List<String>> replaced = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * A line.
   *
   * @param cookie what it was made of; null where it was set as text
   */
  record Line(String name, String value, @Nullable Cookie cookie) {}

  List<Line> lines() {
    return lines;
  }

  void add(String name, String value) {
    lines.add(new Line(name, value, null));
  }

  void add(Cookie cookie) {
    lines.add(new Line("Set-Cookie", CookieText.of(cookie), cookie));
  }

  /**
   * Puts one line in place of all of its name.
   *
   * @param value null for no line
   * @param containers the values that the container has under the name
   */
  void set(String name, @Nullable String value, Collection<String> containers) {
    lines.removeIf(line -> line.name().equalsIgnoreCase(name));
    if (!containers.isEmpty()) {
      replaced.put(name, List.copyOf(containers));
    }
    if (value != null) {
      add(name, value);
    }
  }

  boolean has(String name) {
    return lines.stream().anyMatch(line -> line.name().equalsIgnoreCase(name));
  }

  /** All values of a name, the container's first. */
  List<String> values(String name, Collection<String> containers) {
    List<String> values = left(name, containers);
    for (Line line : lines) {
      if (line.name().equalsIgnoreCase(name)) {
        values.add(line.value());
      }
    }
    return values;
  }

  /** What is left of the container's values of a name: some were replaced. */
  List<String> left(String name, Collection<String> containers) {
    List<String> left = new ArrayList<>(containers);
    replaced.getOrDefault(name, List.of()).forEach(left::remove);
    return left;
  }

  /** The names of which container's values were replaced. */
  Collection<String> replacedNames() {
    return replaced.keySet();
  }

  void clear() {
    lines.clear();
    replaced.clear();
  }
}
