package io.cookiegate.gate;

import java.util.function.Predicate;

/**
 * A field value whose members, between commas, each have a URL in quotes (RFC 9651 sections 3.1 and
 * 3.2): {@code Reporting-Endpoints} and {@code Speculation-Rules}. What stays keeps its spelling.
 */
final class QuotedUrlsField {
  private QuotedUrlsField() {}

  /** The value without the members whose URL is gated: the same instance where nothing goes. */
  static String without(String value, Predicate<String> gatedTarget) {
    StringBuilder kept = new StringBuilder(value.length());
    boolean dropped = false;
    int from = 0;
    while (from <= value.length()) {
      int to = endOfMember(value, from);
      String member = value.substring(from, to);
      if (gatedTarget.test(url(member))) {
        dropped = true;
      } else {
        kept.append(kept.isEmpty() ? "" : ",").append(member);
      }
      from = to + 1;
    }
    return dropped ? kept.toString().strip() : value;
  }

  private static int endOfMember(String value, int from) {
    boolean quoted = false;
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        return i;
      }
    }
    return value.length();
  }

  private static String url(String member) {
    StringBuilder url = new StringBuilder();
    int i = member.indexOf('"') + 1;
    while (i > 0 && i < member.length() && member.charAt(i) != '"') {
      boolean escaped = member.charAt(i) == '\\' && i + 1 < member.length();
      url.append(member.charAt(escaped ? i + 1 : i));
      i += escaped ? 2 : 1;
    }
    return url.toString();
  }
}
