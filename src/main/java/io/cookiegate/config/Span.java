package io.cookiegate.config;

import io.cookiegate.diagnostic.FindingCode;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time within bounds: a whole number and a unit. The units are those in which people state how
 * long a cookie stays, so a month has 30 days and a year 365.
 */
record Span(String least, String most) implements Kind.OfText<Duration> {
  private static final Pattern SPAN = Pattern.compile("(0|[1-9][0-9]{0,8})([smhdwMy])");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7),
          "M", Duration.ofDays(30),
          "y", Duration.ofDays(365));

  @Override
  public String form() {
    return "a time from " + least + " to " + most + " in s, m, h, d, w, M or y";
  }

  @Override
  public @Nullable Duration parse(String text) {
    Duration span = duration(text);
    return span != null && isWithin(span) ? span : null;
  }

  @Override
  public FindingCode code(String text) {
    return duration(text) == null ? FindingCode.BAD_VALUE : FindingCode.OUT_OF_RANGE;
  }

  private boolean isWithin(Duration span) {
    return span.compareTo(of(least)) >= 0 && span.compareTo(of(most)) <= 0;
  }

  private static Duration of(String bound) {
    return Objects.requireNonNull(duration(bound), bound);
  }

  private static @Nullable Duration duration(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      return null;
    }
    Duration unit = UNITS.get(span.group(2));
    return unit == null ? null : unit.multipliedBy(Long.parseLong(span.group(1)));
  }
}
