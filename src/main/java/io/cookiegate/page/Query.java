package io.cookiegate.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Values in the queries of our own links. */
final class Query {
  private Query() {}

  static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
