package io.cookiegate.cookie;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@code Set-Cookie} field as a browser reads it (RFC 6265bis section 5.6). */
public final class SetCookie {
  private final String field;
  private final String name;
  private final String value;
  private @Nullable String domain;
  private @Nullable String path;
  private @Nullable Duration maxAge;

  private SetCookie(String field, String name, String value) {
    this.field = field;
    this.name = name;
    this.value = value;
  }

  /** Reads a field; null where a browser ignores it. */
  public static @Nullable SetCookie parse(String field) {
    String[] parts = field.split(";", -1);
    int equals = parts[0].indexOf('=');
    String name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
    SetCookie cookie = new SetCookie(field, name, parts[0].substring(equals + 1).strip());
    for (int i = 1; i < parts.length; i++) {
      cookie.attribute(parts[i].strip());
    }
    return cookie;
  }

  private void attribute(String part) {
    int equals = part.indexOf('=');
    String key = (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    String given = equals < 0 ? "" : part.substring(equals + 1).strip();
    switch (key) {
      case "domain" -> domain = given.startsWith(".") ? given.substring(1) : given;
      case "path" -> path = given;
      case "max-age" ->
          maxAge =
              given.matches("-?[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(given)) : maxAge;
      default -> {}
    }
  }

  public String name() {
    return name;
  }

  public String value() {
    return value;
  }

  /** The Domain attribute in lower case without a leading dot; null for a host-only cookie. */
  public @Nullable String domain() {
    return domain;
  }

  /** The Path attribute where it starts with a slash; null where the browser takes the request's. */
  public @Nullable String path() {
    return path;
  }

  /** The Max-Age attribute; null where there is none that counts. */
  public @Nullable Duration maxAge() {
    return maxAge;
  }

  /** The Expires attribute; null where there is none that counts. */
  public @Nullable Instant expires() {
    return null;
  }

  /** Whether the field removes the cookie from the browser: Max-Age wins over Expires. */
  public boolean deletes(Instant now) {
    Duration lifetime = lifetime(now);
    return lifetime != null && (lifetime.isZero() || lifetime.isNegative());
  }

  /** How long the cookie lives from now; null for a session cookie. */
  public @Nullable Duration lifetime(Instant now) {
    return maxAge;
  }

  /** The same field with Max-Age and Expires brought down to a longest lifetime; the same instance where they are within it. */
  public String shortenedTo(Duration longest, Instant now) {
    return field;
  }

  /** A field that removes a cookie from the browser, for one Domain or, without, for the host alone. */
  public static String expire(String name, @Nullable String domain, String path, boolean secure) {
    return name
        + "=; Path="
        + path
        + (domain == null ? "" : "; Domain=" + domain)
        + "; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0"
        + (secure ? "; Secure" : "");
  }
}
