package io.cookiegate.proxy;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.ResponseHead;
import org.eclipse.jetty.client.Response;

/** An upstream's answer head as the gate sees it. */
record UpstreamHead(int status, Fields fields) implements ResponseHead {
  static UpstreamHead of(Response upstreamResponse) {
    return new UpstreamHead(
        upstreamResponse.getStatus(), new FieldLines(upstreamResponse.getHeaders()));
  }
}
