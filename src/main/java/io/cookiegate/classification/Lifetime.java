package io.cookiegate.classification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a cookie is stated to stay.
 *
 * @param duration the time from when it is set; null for a session cookie
 */
public record Lifetime(@Nullable Duration duration) {
  /** Until the browser is closed. */
  public static final Lifetime SESSION = new Lifetime(null);

  /** A stated time. */
  public static Lifetime of(Duration duration) {
    return new Lifetime(duration);
  }
}
