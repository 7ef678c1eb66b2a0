package io.cookiegate.cli;

import io.cookiegate.classification.Rule;
import io.cookiegate.gate.GateObserver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a gate told while it judged one request and its answer, in order. */
final class Sightings implements GateObserver {
  private final List<Sighted> seen = new ArrayList<>();

  List<Sighted> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void cookieSet(String name, @Nullable Rule rule, Outcome outcome) {
    seen.add(new Sighted(Sighted.Kind.COOKIE, name, rule, outcome));
  }

  @Override
  public void cookieSent(String name, @Nullable Rule rule, Outcome outcome) {
    seen.add(new Sighted(Sighted.Kind.COOKIE, name, rule, outcome));
  }

  @Override
  public void tag(String host, @Nullable Rule rule, Outcome outcome) {
    seen.add(new Sighted(Sighted.Kind.TAG, host, rule, outcome));
  }
}
