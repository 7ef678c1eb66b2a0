package io.cookiegate.cli;

import io.cookiegate.gate.Fields;
import io.cookiegate.gate.ResponseHead;

/** An answer that a command makes up for the gate to judge. */
record TrialAnswer(Fields fields) implements ResponseHead {
  @Override
  public int status() {
    return 200;
  }
}
