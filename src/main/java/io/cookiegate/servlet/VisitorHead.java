package io.cookiegate.servlet;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.RequestHead;
import jakarta.servlet.http.HttpServletRequest;

/** A visitor's request head as the gate sees it. */
record VisitorHead(String method, boolean secure, String host, String target, Fields fields)
    implements RequestHead {
  static VisitorHead of(HttpServletRequest visitorRequest, String host, Fields fields) {
    return new VisitorHead(
        visitorRequest.getMethod(),
        visitorRequest.isSecure(),
        host,
        target(visitorRequest),
        fields);
  }

  private static String target(HttpServletRequest visitorRequest) {
    String path = visitorRequest.getRequestURI();
    String query = visitorRequest.getQueryString();
    if (!path.startsWith("/")) {
      return "/"; // OPTIONS *
    }
    return query == null ? path : path + '?' + query;
  }
}
