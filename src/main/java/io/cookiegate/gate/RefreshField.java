package io.cookiegate.gate;

import java.util.Locale;
import java.util.function.Predicate;

/** A {@code Refresh} field value, which browsers read as they read {@code meta refresh}. */
final class RefreshField {
  private RefreshField() {}

  /** The value, or nothing where it leads to a gated URL. */
  static String without(String value, Predicate<String> gatedTarget) {
    String target = target(value);
    return !target.isEmpty() && gatedTarget.test(target) ? "" : value;
  }

  /** WHATWG HTML 4.2.5.3, shared declarative refresh steps, from the separator on. */
  private static String target(String value) {
    int at = 0;
    while (at < value.length() && isTimeOrSpace(value.charAt(at))) {
      at++;
    }
    while (at < value.length() && isSeparator(value.charAt(at))) {
      at++;
    }
    return unquoted(withoutKey(value.substring(at)));
  }

  private static boolean isTimeOrSpace(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ' ' || c == '\t';
  }

  private static boolean isSeparator(char c) {
    return c == ';' || c == ',' || c == ' ' || c == '\t';
  }

  private static String withoutKey(String rest) {
    if (!rest.toLowerCase(Locale.ROOT).startsWith("url")) {
      return rest;
    }
    String afterKey = rest.substring(3).strip();
    return afterKey.startsWith("=") ? afterKey.substring(1).strip() : rest;
  }

  private static String unquoted(String url) {
    if (url.startsWith("'") || url.startsWith("\"")) {
      int close = url.indexOf(url.charAt(0), 1);
      return url.substring(1, close < 0 ? url.length() : close);
    }
    return url;
  }
}
