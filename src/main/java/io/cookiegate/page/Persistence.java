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
      return messages.text("lifetime.years", Long.toString(days / 365));
    }
    if (days >= 1) {
      return messages.text("lifetime.days", Long.toString(days));
    }
    long minutes = Math.max(1, duration.toMinutes());
    return minutes >= 60 && minutes % 60 == 0
        ? messages.text("lifetime.hours", Long.toString(minutes / 60))
        : messages.text("lifetime.minutes", Long.toString(minutes));
  }
}
