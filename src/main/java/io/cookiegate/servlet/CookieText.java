package io.cookiegate.servlet;

import io.cookiegate.cookie.SetCookie;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Map;

/** A cookie that an application adds, as the text by which the gate judges it. */
final class CookieText {
  private CookieText() {}

  static String of(Cookie cookie) {
    StringBuilder text = new StringBuilder(80);
    String value = cookie.getValue();
    text.append(cookie.getName()).append('=').append(value == null ? "" : value);
    for (Map.Entry<String, String> attribute : cookie.getAttributes().entrySet()) {
      append(text, attribute.getKey(), attribute.getValue());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String name, String value) {
    boolean flag = name.equalsIgnoreCase("Secure") || name.equalsIgnoreCase("HttpOnly");
    if (flag && !value.isEmpty() && !Boolean.parseBoolean(value)) {
      return;
    }
    text.append("; ").append(name);
    if (!flag && !value.isEmpty()) {
      text.append('=').append(value);
    }
  }

  /** The same cookie with the lifetime that the gate's text has. */
  static Cookie shortened(Cookie cookie, String text) {
    Cookie shorter = (Cookie) cookie.clone();
    SetCookie judged = SetCookie.parse(text);
    Duration maxAge = judged == null ? null : judged.maxAge();
    shorter.setMaxAge(maxAge == null ? -1 : (int) maxAge.toSeconds());
    return shorter;
  }
}
