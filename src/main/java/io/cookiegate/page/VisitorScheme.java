package io.cookiegate.page;

import io.cookiegate.gate.RequestHead;

/** By which scheme a visitor's browser is on the site. */
final class VisitorScheme {
  private VisitorScheme() {}

  /** Whether it is https, also where something in front of the gate speaks that and does not say so. */
  static boolean isHttps(RequestHead request) {
    String origin = request.fields().first("Origin");
    return request.secure() || (origin != null && origin.startsWith("https://"));
  }
}
