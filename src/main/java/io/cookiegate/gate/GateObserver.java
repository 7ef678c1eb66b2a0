package io.cookiegate.gate;

import io.cookiegate.classification.Rule;
import io.cookiegate.consent.Consent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Learns what the gate sees and decides, for metrics and the inventory. Called on the thread of the
 * request, so it must not block; it never gets a cookie's value or a query.
 */
public interface GateObserver {
  /** Learns nothing. */
  GateObserver NONE = new GateObserver() {};

  /** What became of a cookie or a tag. */
  enum Outcome {
    KEPT,
    REMOVED,
    SHORTENED,
    EXPIRED
  }

  /** A request arrived with this consent. */
  default void arrived(Consent consent) {}

  /** A cookie in an answer's {@code Set-Cookie}; {@code rule} is null where none matched. */
  default void cookieSet(String name, @Nullable Rule rule, Outcome outcome) {}

  /** A cookie in a request's {@code Cookie}; {@code rule} is null where none matched. */
  default void cookieSent(String name, @Nullable Rule rule, Outcome outcome) {}

  /**
   * A gated cookie that the browser of a visitor who refused sends again.
   *
   * @param page the path of the page it came from, without a query
   */
  default void cookieReturned(String name, String page) {}

  /** A tag that loads from a third party; {@code rule} is null where none matched. */
  default void tag(String host, @Nullable Rule rule, Outcome outcome) {}

  /**
   * A page goes out again and again, as it is.
   *
   * @param page tells an observer what is seen on it each time
   * @return what is told each time instead
   */
  default Recurrence recurring(Consumer<GateObserver> page) {
    GateObserver told = this;
    return new Recurrence() {
      @Override
      public void again() {
        page.accept(told);
      }

      @Override
      public void over() {}
    };
  }

  /** Something was not sent because it could not be judged. */
  default void closed(Closure reason) {}
}
