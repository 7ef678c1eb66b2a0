package io.cookiegate.gate;

import io.cookiegate.classification.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an observer was told while a body was rewritten, to be told again when it goes out again. */
final class Observations implements GateObserver {
  /** More than any page but one made for it has; the result of such a page is not remembered. */
  private static final int MOST = 1000;

  private static final int BYTES_EACH = 72; // with what counts it

  private sealed interface Event {
    record Tag(String host, @Nullable Rule rule, Outcome outcome) implements Event {}

    record Closed(Closure reason) implements Event {}
  }

  private GateObserver observer;
  private boolean silent;
  private final List<Event> events = new ArrayList<>();

  private Observations(GateObserver observer, boolean silent) {
    this.observer = observer;
    this.silent = silent;
  }

  /** Notes what it passes on to an observer. */
  static Observations toldTo(GateObserver observer) {
    return new Observations(observer, false);
  }

  /** Notes, and tells nobody yet. */
  static Observations silent() {
    return new Observations(GateObserver.NONE, true);
  }

  /** Tells an observer what was noted, and what follows. */
  void tellFromNowOn(GateObserver listening) {
    tell(listening);
    observer = listening;
    silent = false;
  }

  @Override
  public void tag(String host, @Nullable Rule rule, Outcome outcome) {
    observer.tag(host, rule, outcome);
    note(new Event.Tag(host, rule, outcome));
  }

  @Override
  public void closed(Closure reason) {
    observer.closed(reason);
    note(new Event.Closed(reason));
  }

  // A body of any length has to fit: what is too much to be told again needs no noting.
  private void note(Event event) {
    if (silent || events.size() <= MOST) {
      events.add(event);
    }
  }

  boolean areFew() {
    return events.size() <= MOST;
  }

  int size() {
    return events.size() * BYTES_EACH;
  }

  /** Tells them all again. */
  void tell(GateObserver other) {
    for (Event event : events) {
      if (event instanceof Event.Tag tag) {
        other.tag(tag.host(), tag.rule(), tag.outcome());
      } else if (event instanceof Event.Closed closed) {
        other.closed(closed.reason());
      }
    }
  }
}
