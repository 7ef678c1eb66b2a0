package io.cookiegate.cookie;

import java.time.Duration;
import java.time.Instant;

/** Brings the lifetime attributes of a field down, and copies everything else as it is. */
final class LifetimeCut {
  private final String field;
  private final long seconds;
  private final Instant latest;
  private final StringBuilder cut = new StringBuilder();
  private int copied;

  LifetimeCut(String field, Duration longest, Instant now) {
    this.field = field;
    this.seconds = seconds(longest);
    this.latest = now.plusSeconds(seconds);
  }

  static long seconds(Duration longest) {
    return Math.max(0, Math.min(MaxAge.LARGEST, longest.toSeconds()));
  }

  String apply(int from, int end) {
    CookieAttributes attributes = new CookieAttributes(field, from, end);
    while (attributes.next()) {
      if (attributes.isNamed("max-age")) {
        maxAge(attributes.valueFrom(), attributes.valueTo());
      } else if (attributes.isNamed("expires")) {
        expires(attributes.valueFrom(), attributes.valueTo());
      }
    }
    return copied == 0 ? field : cut.append(field, copied, field.length()).toString();
  }

  /** Changes the digits alone, so that an age which does not count is not made to. */
  private void maxAge(int from, int to) {
    int digits = MaxAge.digitsFrom(field, from, to);
    int digitsTo = MaxAge.digitsEnd(field, digits, to);
    if (MaxAge.seconds(field, digits, digitsTo) > seconds) {
      replace(digits, digitsTo, Long.toString(seconds));
    }
  }

  private void expires(int from, int to) {
    Instant date = CookieDate.parse(field, from, to);
    if (date != null && date.isAfter(latest)) {
      replace(from, to, CookieDate.format(latest));
    }
  }

  private void replace(int from, int to, String text) {
    cut.append(field, copied, from).append(text);
    copied = to;
  }
}
