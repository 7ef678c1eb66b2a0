package io.cookiegate.cli;

import io.cookiegate.classification.Rule;
import io.cookiegate.consent.Consent;
import io.cookiegate.gate.Closure;
import io.cookiegate.gate.GateObserver;
import io.cookiegate.gate.Recurrence;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Two observers of one gate. */
record Observers(GateObserver one, GateObserver other) implements GateObserver {
  @Override
  public void arrived(Consent consent) {
    one.arrived(consent);
    other.arrived(consent);
  }

  @Override
  public void cookieSet(String name, @Nullable Rule rule, Outcome outcome) {
    one.cookieSet(name, rule, outcome);
    other.cookieSet(name, rule, outcome);
  }

  @Override
  public void cookieSent(String name, @Nullable Rule rule, Outcome outcome) {
    one.cookieSent(name, rule, outcome);
    other.cookieSent(name, rule, outcome);
  }

  @Override
  public void cookieReturned(String name, String page) {
    one.cookieReturned(name, page);
    other.cookieReturned(name, page);
  }

  @Override
  public void tag(String host, @Nullable Rule rule, Outcome outcome) {
    one.tag(host, rule, outcome);
    other.tag(host, rule, outcome);
  }

  @Override
  public Recurrence recurring(Consumer<GateObserver> page) {
    Recurrence first = one.recurring(page);
    Recurrence second = other.recurring(page);
    return new Recurrence() {
      @Override
      public void again() {
        first.again();
        second.again();
      }

      @Override
      public void over() {
        first.over();
        second.over();
      }
    };
  }

  @Override
  public void closed(Closure reason) {
    one.closed(reason);
    other.closed(reason);
  }
}
