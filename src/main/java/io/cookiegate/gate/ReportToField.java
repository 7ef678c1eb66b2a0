package io.cookiegate.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * A {@code Report-To} field value (Reporting API, first edition): groups in JSON, each with endpoints
 * that have a URL. The endpoints whose URL is gated go; what stays keeps its spelling.
 */
final class ReportToField {
  private final String value;
  private final Predicate<String> gatedTarget;
  private final StringBuilder kept = new StringBuilder();
  private final Deque<Integer> objects = new ArrayDeque<>();
  private int at;
  private String text = "";
  private String key = "";
  private boolean gated;
  private boolean dropped;

  private ReportToField(String value, Predicate<String> gatedTarget) {
    this.value = value;
    this.gatedTarget = gatedTarget;
  }

  /** The value without the endpoints whose URL is gated: the same instance where nothing goes. */
  static String without(String value, Predicate<String> gatedTarget) {
    return new ReportToField(value, gatedTarget).without();
  }

  private String without() {
    while (at < value.length()) {
      next(value.charAt(at));
    }
    return dropped ? kept.toString() : value;
  }

  private void next(char c) {
    int from = at;
    at++;
    switch (c) {
      case '"' -> string();
      case ':' -> key = text;
      case '{' -> {
        objects.push(kept.length());
        gated = false;
      }
      default -> {}
    }
    kept.append(value, from, at);
    if (c == '}' && !objects.isEmpty()) {
      object(objects.pop());
    }
  }

  private void string() {
    StringBuilder read = new StringBuilder();
    while (at < value.length() && value.charAt(at) != '"') {
      read.append(character());
    }
    at = Math.min(at + 1, value.length());
    text = read.toString();
    gated |= key.equals("url") && gatedTarget.test(text);
    key = "";
  }

  /** A character of a string (RFC 8259 section 7). */
  private char character() {
    char c = value.charAt(at++);
    if (c != '\\' || at == value.length()) {
      return c;
    }
    char escaped = value.charAt(at++);
    if (escaped != 'u' || at + 4 > value.length()) {
      return escaped;
    }
    at += 4;
    return (char) hex(value.substring(at - 4, at));
  }

  private static int hex(String digits) {
    try {
      return Integer.parseInt(digits, 16);
    } catch (NumberFormatException e) {
      return '\uFFFD';
    }
  }

  private void object(int from) {
    if (gated) {
      gated = false;
      dropped = true;
      kept.setLength(from);
      dropComma();
    }
  }

  // Of the two commas around what goes, one goes too.
  private void dropComma() {
    int next = at;
    while (next < value.length() && value.charAt(next) == ' ') {
      next++;
    }
    if (next < value.length() && value.charAt(next) == ',') {
      at = next + 1;
      return;
    }
    int last = kept.length();
    while (last > 0 && kept.charAt(last - 1) == ' ') {
      last--;
    }
    if (last > 0 && kept.charAt(last - 1) == ',') {
      kept.setLength(last - 1);
    }
  }
}
