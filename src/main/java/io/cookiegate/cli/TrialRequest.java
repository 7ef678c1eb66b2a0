package io.cookiegate.cli;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.RequestHead;

/** The request of a visitor who was never asked for consent. */
record TrialRequest(String host, boolean secure, String target, Fields fields)
    implements RequestHead {
  @Override
  public String method() {
    return "GET";
  }
}
