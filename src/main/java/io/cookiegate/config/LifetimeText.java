package io.cookiegate.config;

import io.cookiegate.classification.Lifetime;
import io.cookiegate.diagnostic.FindingCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a cookie is stated to stay: a time, or until the browser is closed. */
final class LifetimeText implements Kind.OfText<Lifetime> {
  private static final Span SPAN = new Span("1s", "100y");
  private static final String SESSION = "session";

  @Override
  public String form() {
    return SESSION + " or " + SPAN.form();
  }

  @Override
  public @Nullable Lifetime parse(String text) {
    if (text.equals(SESSION)) {
      return Lifetime.SESSION;
    }
    Duration span = SPAN.parse(text);
    return span == null ? null : Lifetime.of(span);
  }

  @Override
  public FindingCode code(String text) {
    return SPAN.code(text);
  }
}
