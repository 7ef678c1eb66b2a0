package io.cookiegate.servlet;

import io.cookiegate.cookie.CookieHeader;
import io.cookiegate.gate.Fields;
import io.cookiegate.gate.HeadEdits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request's header lines as the gate sees them. It does not see the cookie of the container's own
 * session: that is the container's business, and it reads it where no filter can keep it away.
 */
final class RequestLines implements Fields {
  private static final String COOKIE = "Cookie";

  private final String sessionCookie;
  private final List<String> names = new ArrayList<>(16);
  private final List<String> values = new ArrayList<>(16);

  private RequestLines(String sessionCookie) {
    this.sessionCookie = sessionCookie;
  }

  static RequestLines of(HttpServletRequest request, String sessionCookie) {
    RequestLines lines = new RequestLines(sessionCookie);
    for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
      String name = names.nextElement();
      for (var values = request.getHeaders(name); values.hasMoreElements(); ) {
        lines.names.add(name);
        lines.values.add(values.nextElement());
      }
    }
    return lines;
  }

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public String name(int index) {
    return names.get(index);
  }

  @Override
  public String value(int index) {
    String value = values.get(index);
    return isCookie(index) ? CookieHeader.without(value, sessionCookie::equals) : value;
  }

  private boolean isCookie(int index) {
    return names.get(index).equalsIgnoreCase(COOKIE);
  }

  /** What is left of every field that edits change, by its name in any case. */
  Map<String, List<String>> changedBy(HeadEdits edits) {
    if (edits.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < size(); i++) {
      if (edits.removes(i) || edits.replacement(i) != null) {
        changed.put(name(i), new ArrayList<>());
      }
    }
    for (HeadEdits.Field field : edits.added()) {
      changed.put(field.name(), new ArrayList<>());
    }
    for (int i = 0; i < size(); i++) {
      add(changed.get(name(i)), i, edits);
    }
    edits
        .added()
        .forEach(field -> changed.getOrDefault(field.name(), List.of()).add(field.value()));
    return Collections.unmodifiableMap(changed);
  }

  private void add(@Nullable List<String> left, int index, HeadEdits edits) {
    if (left == null) {
      return;
    }
    String replacement = edits.replacement(index);
    String value = edits.removes(index) ? "" : replacement == null ? value(index) : replacement;
    String whole = isCookie(index) ? withSession(values.get(index), value) : value;
    if (!whole.isEmpty() || !edits.removes(index)) {
      left.add(whole);
    }
  }

  private String withSession(String came, String rest) {
    String session = CookieHeader.without(came, name -> !name.equals(sessionCookie));
    return session.isEmpty() || rest.isEmpty() ? session + rest : session + "; " + rest;
  }
}
