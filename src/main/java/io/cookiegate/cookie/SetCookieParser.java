package io.cookiegate.cookie;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parser of a {@code Set-Cookie} field (RFC 6265bis section 5.6), which keeps ranges of it. */
final class SetCookieParser {
  private static final int LONGEST_PAIR = 4096;

  final String field;
  final int end;
  int nameFrom;
  int nameTo;
  int valueFrom;
  int valueTo;
  int attributesFrom;

  @Nullable String domain;
  @Nullable String path;
  long maxAge = MaxAge.NONE;
  @Nullable Instant expires;
  boolean secure;
  boolean httpOnly;
  boolean partitioned;
  SetCookie.SameSite sameSite = SetCookie.SameSite.DEFAULT;

  /** The longest age and the latest date of all attributes: which of several wins differs by browser. */
  long longestMaxAge = MaxAge.NONE;

  @Nullable Instant latestExpires;

  SetCookieParser(String field) {
    this.field = field;
    this.end = lineEnd(field);
  }

  /** A field ends with its line, though no line end should get this far. */
  private static int lineEnd(String field) {
    int newline = FieldText.find(field, '\n', 0, field.length());
    return FieldText.find(field, '\r', 0, newline);
  }

  /** Whether a browser takes the field for a cookie. */
  boolean parse() {
    if (hasControl()) {
      return false;
    }
    attributesFrom = FieldText.find(field, ';', 0, end);
    splitPair(attributesFrom);
    int octets =
        FieldText.octets(field, nameFrom, nameTo) + FieldText.octets(field, valueFrom, valueTo);
    if (octets == 0 || octets > LONGEST_PAIR) {
      return false;
    }
    CookieAttributes attributes = new CookieAttributes(field, attributesFrom, end);
    while (attributes.next()) {
      attribute(attributes);
    }
    return hasAsciiDomain() && CookiePrefix.of(this).allows(this);
  }

  private boolean hasControl() {
    for (int i = 0; i < end; i++) {
      char c = field.charAt(i);
      if ((c < 0x20 && c != '\t') || c == 0x7F) {
        return true;
      }
    }
    return false;
  }

  private void splitPair(int to) {
    int equals = FieldText.find(field, '=', 0, to);
    boolean named = equals < to;
    nameFrom = named ? FieldText.trimStart(field, 0, equals) : 0;
    nameTo = named ? FieldText.trimEnd(field, nameFrom, equals) : 0;
    valueFrom = FieldText.trimStart(field, named ? equals + 1 : 0, to);
    valueTo = FieldText.trimEnd(field, valueFrom, to);
  }

  /** Sections 5.6.1 to 5.6.7: of several attributes of one name the last that counts wins. */
  private void attribute(CookieAttributes attribute) {
    if (attribute.isNamed("Max-Age")) {
      maxAge(attribute);
    } else if (attribute.isNamed("Expires")) {
      expires(attribute);
    } else if (attribute.isNamed("Domain")) {
      domain = domain(attribute.value());
    } else if (attribute.isNamed("Path")) {
      path =
          attribute.hasValue() && field.charAt(attribute.valueFrom()) == '/'
              ? attribute.value()
              : null;
    } else if (attribute.isNamed("SameSite")) {
      sameSite = SetCookie.SameSite.of(attribute.value());
    } else {
      secure |= attribute.isNamed("Secure");
      httpOnly |= attribute.isNamed("HttpOnly");
      partitioned |= attribute.isNamed("Partitioned");
    }
  }

  private void maxAge(CookieAttributes attribute) {
    int from = attribute.valueFrom();
    int to = attribute.valueTo();
    long seconds = MaxAge.parse(field, from, to);
    maxAge = seconds == MaxAge.NONE ? maxAge : seconds;
    int digits = MaxAge.digitsFrom(field, from, to);
    long lenient = MaxAge.seconds(field, digits, MaxAge.digitsEnd(field, digits, to));
    longestMaxAge = Math.max(longestMaxAge, lenient);
  }

  private void expires(CookieAttributes attribute) {
    Instant date = CookieDate.parse(field, attribute.valueFrom(), attribute.valueTo());
    if (date != null) {
      expires = date;
      latestExpires = latestExpires == null || date.isAfter(latestExpires) ? date : latestExpires;
    }
  }

  /** An empty domain, also an empty last one of several, makes the cookie host-only. */
  private static @Nullable String domain(String value) {
    String domain = value.startsWith(".") ? value.substring(1) : value;
    return domain.isEmpty() ? null : domain.toLowerCase(Locale.ROOT);
  }

  private boolean hasAsciiDomain() {
    for (int i = 0; domain != null && i < domain.length(); i++) {
      if (domain.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
