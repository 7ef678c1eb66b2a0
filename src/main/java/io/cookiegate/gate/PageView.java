package io.cookiegate.gate;

import java.util.Locale;

/** Whether a request's answer is shown as a page of its own, as far as the request tells. */
final class PageView {
  private PageView() {}

  static boolean is(RequestHead request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return false;
    }
    String destination = request.fields().first("Sec-Fetch-Dest");
    return destination != null ? destination.equals("document") : acceptsPage(request.fields());
  }

  private static boolean acceptsPage(Fields fields) {
    String accept = fields.first("Accept");
    return fields.first("X-Requested-With") == null
        && accept != null
        && accept.toLowerCase(Locale.ROOT).contains("text/html");
  }
}
