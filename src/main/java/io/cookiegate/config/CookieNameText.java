package io.cookiegate.config;

import io.cookiegate.classification.NamePattern;
import org.jspecify.annotations.Nullable;

/** A cookie name as browsers keep it (RFC 6265bis 5.6), or one with wildcards. */
final class CookieNameText implements Kind.OfText<NamePattern> {
  private static final int LONGEST = 256;

  @Override
  public String form() {
    return "a cookie name without spaces, = and ;";
  }

  @Override
  public @Nullable NamePattern parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(this::isOfName)) {
      return null;
    }
    return text.indexOf('*') < 0 ? new NamePattern.Exact(text) : new NamePattern.Wildcard(text);
  }

  private boolean isOfName(int c) {
    return c > ' ' && c != 0x7F && c != '=' && c != ';';
  }
}
