package io.cookiegate.cookie;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Set-Cookie} field as a browser reads it (RFC 6265bis section 5.6). It keeps the field and
 * ranges of it; the value is copied only where somebody asks for it.
 */
public final class SetCookie {
  /** With which requests from other sites the cookie goes. */
  public enum SameSite {
    DEFAULT,
    NONE,
    LAX,
    STRICT;

    static SameSite of(String field, int from, int to) {
      if (FieldText.is(field, from, to, "lax")) {
        return LAX;
      }
      if (FieldText.is(field, from, to, "none")) {
        return NONE;
      }
      return FieldText.is(field, from, to, "strict") ? STRICT : DEFAULT;
    }
  }

  private final SetCookieParser parsed;
  private final String name;

  private SetCookie(SetCookieParser parsed) {
    this.parsed = parsed;
    this.name = parsed.field.substring(parsed.nameFrom, parsed.nameTo);
  }

  /**
   * Reads a field; null where a browser ignores it. Old browsers may not: who withholds cookies
   * withholds such a field too.
   */
  public static @Nullable SetCookie parse(String field) {
    SetCookieParser parser = new SetCookieParser(field);
    return parser.parse() ? new SetCookie(parser) : null;
  }

  /** The name, which is case-sensitive; empty for a cookie without one. */
  public String name() {
    return name;
  }

  /**
   * The name a server reads when the cookie comes back: a browser sends one without a name as its
   * value alone, so that {@code =a=b} comes back as {@code a=b} (RFC 6265bis section 5.8.3).
   */
  public String sentName() {
    if (!name.isEmpty()) {
      return name;
    }
    int equals = FieldText.find(parsed.field, '=', parsed.valueFrom, parsed.valueTo);
    return equals < parsed.valueTo
        ? parsed.field.substring(
            parsed.valueFrom, FieldText.trimEnd(parsed.field, parsed.valueFrom, equals))
        : name;
  }

  /** The value as it was sent, quotes included. */
  public String value() {
    return parsed.field.substring(parsed.valueFrom, parsed.valueTo);
  }

  /** The Domain attribute in lower case without a leading dot; null for a host-only cookie. */
  public @Nullable String domain() {
    return parsed.domain;
  }

  /** The Path attribute where it starts with a slash; null where the browser takes the request's. */
  public @Nullable String path() {
    return parsed.path();
  }

  /** The Max-Age attribute; null where there is none that counts. */
  public @Nullable Duration maxAge() {
    return parsed.maxAge == MaxAge.NONE ? null : Duration.ofSeconds(parsed.maxAge);
  }

  /** The Expires attribute; null where there is none that counts. */
  public @Nullable Instant expires() {
    return parsed.expires;
  }

  public boolean secure() {
    return parsed.secure;
  }

  public boolean httpOnly() {
    return parsed.httpOnly;
  }

  /** Whether the cookie lives in a jar of the top-level site's own (CHIPS). */
  public boolean partitioned() {
    return parsed.partitioned;
  }

  public SameSite sameSite() {
    return parsed.sameSite;
  }

  /**
   * Whether the field removes the cookie from every browser: a Max-Age wins over an Expires. Where
   * attributes contradict one another and one of them would let the cookie live, it is no deletion.
   */
  public boolean deletes(Instant now) {
    if (parsed.longestMaxAge > 0) {
      return false;
    }
    return parsed.maxAge != MaxAge.NONE
        || (parsed.latestExpires != null && !parsed.latestExpires.isAfter(now));
  }

  /** How long the cookie lives from now, by Max-Age, else by Expires; null for a session cookie. */
  public @Nullable Duration lifetime(Instant now) {
    Duration maxAge = maxAge();
    Instant expires = expires();
    return maxAge != null || expires == null ? maxAge : Duration.between(now, expires);
  }

  /**
   * The same field with every Max-Age and Expires that is longer brought down to a longest lifetime,
   * and nothing else changed; the same instance where there is none.
   */
  public String shortenedTo(Duration longest, Instant now) {
    Instant end = parsed.latestExpires;
    long seconds = LifetimeCut.seconds(longest);
    boolean outlives =
        parsed.longestMaxAge > seconds || (end != null && end.isAfter(now.plusSeconds(seconds)));
    return !outlives
        ? parsed.field
        : new LifetimeCut(parsed.field, longest, now).apply(parsed.attributesFrom, parsed.end);
  }

  /**
   * The same field without its Max-Age and Expires, so that the cookie ends with the browser's
   * session; the same instance where it has none.
   */
  public String asSession() {
    StringBuilder kept = new StringBuilder(parsed.field.length());
    int copied = 0;
    CookieAttributes attributes =
        new CookieAttributes(parsed.field, parsed.attributesFrom, parsed.end);
    while (attributes.next()) {
      if (attributes.isNamed("max-age") || attributes.isNamed("expires")) {
        kept.append(parsed.field, copied, attributes.from());
        copied = attributes.to();
      }
    }
    return copied == 0
        ? parsed.field
        : kept.append(parsed.field, copied, parsed.field.length()).toString();
  }

  /**
   * A field that removes a cookie from the browser, for one Domain or, without, for the host alone. A
   * {@code __Host-} name has no Domain, whatever is asked for, and both prefixes are Secure.
   */
  public static String expire(String name, @Nullable String domain, String path, boolean secure) {
    return Expiry.of(name, domain, path, secure);
  }
}
