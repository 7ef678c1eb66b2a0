package io.cookiegate.page;

import io.cookiegate.classification.Lifetime;
import io.cookiegate.wording.Messages;
import java.time.Duration;

/** How long a cookie stays, in words. */
final class Persistence {
  private Persistence() {}

  static String of(Lifetime lifetime, Messages messages) {
    Duration duration = lifetime.duration();
    if (duration == null) {
      return messages.text("lifetime.session");
    }
    long days = duration.toDays();
    if (days >= 365 && days % 365 == 0) {
      return some("year", days / 365, messages);
    }
    if (days >= 1) {
      return some("day", days, messages);
    }
    long minutes = Math.max(1, duration.toMinutes());
    return minutes >= 60 && minutes % 60 == 0
        ? some("hour", minutes / 60, messages)
        : some("minute", minutes, messages);
  }

  private static String some(String unit, long count, Messages messages) {
    return messages.text("lifetime." + unit + (count == 1 ? "" : "s"), Long.toString(count));
  }
}
