package io.cookiegate.cli;

import io.cookiegate.admin.Readiness;
import java.util.function.Supplier;

/** Whether this process takes visitors, and what is to be said of its configuration. */
final class Status implements Readiness {
  private volatile boolean ready;
  private volatile Supplier<String> notes = () -> "";

  void ready(boolean ready) {
    this.ready = ready;
  }

  void noted(Supplier<String> notes) {
    this.notes = notes;
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public String notes() {
    return notes.get();
  }
}
