package io.cookiegate.servlet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is compared of two answers. Everything, but for this:
 *
 * <ul>
 *   <li>what containers and proxies add of themselves: {@code Date}, {@code Server}, {@code
 *       Connection}, {@code Keep-Alive}, {@code X-Request-Id};
 *   <li>the reason phrase, which is not part of HTTP/2 and which containers spell differently;
 *   <li>the case of field names, and the order of fields of different names (RFC 9110 5.3);
 *   <li>how the length is told, where the proxy does not know it beforehand;
 *   <li>how containers spell a charset: {@code ; charset=UTF-8} or {@code ;charset=utf-8};
 *   <li>the {@code Expires} of 1970 that Jetty adds where a cookie was set, also one that went;
 *   <li>{@code Vary} on Jetty's own error pages, which forget what was said before; they hold nothing
 *       of the site's;
 *   <li>random ids, the values of session cookies, the order of cookies of different names, and the
 *       dates in cookies, which are now plus something.
 * </ul>
 */
final class Normal {
  private static final Set<String> OWN =
      Set.of("date", "server", "connection", "keep-alive", "x-request-id");

  private Normal() {}

  /** An answer, one line each; {@code lengthKnown} says whether its length is compared. */
  static String of(RawAnswer answer, boolean lengthKnown) {
    StringBuilder text = new StringBuilder();
    text.append(answer.code()).append('\n');
    Map<String, List<String>> fields = new TreeMap<>(answer.fields());
    fields.keySet().removeAll(OWN);
    fields.remove("transfer-encoding");
    if (!lengthKnown) {
      fields.remove("content-length");
    }
    if (isErrorOfJetty(answer)) {
      fields.remove("vary");
    }
    lines(text, fields);
    String body = answer.body().replaceAll("Error id: \\w{8}", "Error id: *");
    text.append('\n').append(body).append("\n\n");
    lines(text, answer.trailers());
    return text.append(answer.end()).toString();
  }

  private static boolean isErrorOfJetty(RawAnswer answer) {
    return answer.code() >= 400
        && answer.values("cache-control").contains("must-revalidate,no-cache,no-store");
  }

  private static void lines(StringBuilder text, Map<String, List<String>> fields) {
    fields.forEach(
        (name, values) -> {
          List<String> shown = new ArrayList<>(values.stream().map(Normal::value).toList());
          if (name.equals("set-cookie")) {
            shown.sort(Comparator.comparing(value -> value.substring(0, value.indexOf('='))));
          } else if (name.equals("content-type")) {
            shown.replaceAll(value -> value.toLowerCase(Locale.ROOT).replace("; ", ";"));
          } else if (name.equals("expires")) {
            shown.remove("Thu, 01 Jan 1970 00:00:00 GMT");
          }
          shown.forEach(value -> text.append(name).append(": ").append(value).append('\n'));
        });
  }

  private static String value(String value) {
    return value
        .replaceAll("SESSION(ID)?=[^;]+", "SESSION=*")
        .replaceAll("(?i)expires=[A-Z][a-z]{2},[^;]*20(26|27|28)[^;]*", "expires=*");
  }
}
