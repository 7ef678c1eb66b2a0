package io.cookiegate.proxy;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.ResponseHead;

/** An upstream's answer head as the gate sees it. */
record UpstreamHead(int status, Fields fields) implements ResponseHead {
  static UpstreamHead of(UpstreamCall call) {
    return new UpstreamHead(call.status(), new FieldLines(call.fields()));
  }
}
