package io.cookiegate.gate;

import io.cookiegate.classification.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an observer is told of a page, in its order. */
final class Told implements GateObserver {
  final List<String> events = new ArrayList<>();

  @Override
  public void tag(String host, @Nullable Rule rule, Outcome outcome) {
    events.add(host + " " + (rule == null ? "" : rule.category()) + " " + outcome);
  }

  @Override
  public void closed(Closure reason) {
    events.add(reason.name());
  }
}
