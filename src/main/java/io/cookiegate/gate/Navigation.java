package io.cookiegate.gate;

import java.util.Locale;

/**
 * Whether a request is a visitor's step to another page, as far as it tells, and not what a page makes
 * the browser fetch. The browser's own word counts ({@code Sec-Fetch-Dest}, Fetch Metadata section 2.1;
 * {@code Sec-Purpose} for what is fetched in advance). From browsers that do not send it, and on sites
 * without https, where none does, a request that asks for HTML first is taken for a step.
 */
final class Navigation {
  /** The request fields this is read from. */
  static final String DEPENDS_ON = "Accept, Sec-Fetch-Dest, Sec-Purpose";

  private Navigation() {}

  static boolean isOfVisitor(Fields request) {
    if (request.first("Sec-Purpose") != null) {
      return false;
    }
    String destination = request.first("Sec-Fetch-Dest");
    return destination != null ? destination.equals("document") : asksForHtml(request);
  }

  private static boolean asksForHtml(Fields request) {
    String accept = request.first("Accept");
    return accept != null && accept.toLowerCase(Locale.ROOT).startsWith("text/html");
  }
}
