package io.cookiegate.proxy;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.RequestHead;
import org.eclipse.jetty.server.Request;

/** A visitor's request head as the gate sees it. */
record VisitorHead(String method, boolean secure, String host, String target, Fields fields)
    implements RequestHead {
  static VisitorHead of(Request visitorRequest, String host, String target) {
    return new VisitorHead(
        visitorRequest.getMethod(),
        visitorRequest.isSecure(),
        host,
        target.startsWith("/") ? target : "/",
        new FieldLines(visitorRequest.getHeaders()));
  }
}
