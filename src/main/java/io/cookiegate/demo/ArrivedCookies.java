package io.cookiegate.demo;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The cookies that arrived with a request, read as loosely as the old site's own platform reads them. */
final class ArrivedCookies {
  private final List<String> pairs;

  private ArrivedCookies(List<String> pairs) {
    this.pairs = pairs;
  }

  static ArrivedCookies of(Request request) {
    return new ArrivedCookies(
        request.getHeaders().getValuesList(HttpHeader.COOKIE).stream()
            .flatMap(field -> Arrays.stream(field.split(";", -1)))
            .map(String::strip)
            .filter(pair -> !pair.isEmpty())
            .toList());
  }

  List<String> names() {
    return pairs.stream().map(pair -> pair.split("=", 2)[0].strip()).distinct().toList();
  }

  /** The value of the first cookie of this name; empty where none arrived. */
  String value(String name) {
    return pairs.stream()
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }
}
