package io.cookiegate.servlet;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.RequestHead;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
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
    String path = path(visitorRequest);
    String query = visitorRequest.getQueryString();
    if (!path.startsWith("/")) {
      return "/"; // OPTIONS *
    }
    return query == null ? path : path + '?' + query;
  }

  /** An error page stands at the address that was asked for, not at its own. */
  private static String path(HttpServletRequest visitorRequest) {
    boolean error = visitorRequest.getDispatcherType() == DispatcherType.ERROR;
    return error
            && visitorRequest.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
                instanceof String asked
        ? asked
        : visitorRequest.getRequestURI();
  }
}
