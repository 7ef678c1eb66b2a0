package io.cookiegate.cookie;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parser of a {@code Set-Cookie} field (RFC 6265bis section 5.6), which keeps ranges of it. */
final class SetCookieParser {
  private static final int LONGEST_PAIR = 4096;

  final String field;
  int end;
  int nameFrom;
  int nameTo;
  int valueFrom;
  int valueTo;
  int attributesFrom;

  @Nullable String domain;
  int pathFrom;
  int pathTo;
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
    this.end = field.length();
  }

  /** Whether a browser takes the field for a cookie. */
  boolean parse() {
    if (hasControl()) {
      return false;
    }
    attributesFrom = FieldText.semicolon(field, 0, end);
    splitPair(attributesFrom);
    if (!hasPair()) {
      return false;
    }
    CookieAttributes attributes = new CookieAttributes(field, attributesFrom, end);
    while (attributes.next()) {
      attribute(attributes);
    }
    return hasAsciiDomain() && CookiePrefix.of(this).allows(this);
  }

  /** A field ends with its line, though no line end should get this far. */
  private boolean hasControl() {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if ((c < 0x20 && c != '\t') || c == 0x7F) {
        end = i;
        return c != '\n' && c != '\r';
      }
    }
    return false;
  }

  private boolean hasPair() {
    int length = nameTo - nameFrom + valueTo - valueFrom;
    // No character has more than three octets.
    return length > 0
        && (length <= LONGEST_PAIR / 3
            || FieldText.octets(field, nameFrom, nameTo)
                    + FieldText.octets(field, valueFrom, valueTo)
                <= LONGEST_PAIR);
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
    switch (attribute.nameLength()) {
      case 4 -> path(attribute);
      case 6 -> domainOrSecure(attribute);
      case 7 -> lifetime(attribute);
      case 8 -> httpOnlyOrSameSite(attribute);
      case 11 -> partitioned |= attribute.isNamed("partitioned");
      default -> {}
    }
  }

  private void path(CookieAttributes attribute) {
    if (attribute.isNamed("path")) {
      boolean counts = attribute.hasValue() && field.charAt(attribute.valueFrom()) == '/';
      pathFrom = counts ? attribute.valueFrom() : 0;
      pathTo = counts ? attribute.valueTo() : 0;
    }
  }

  /** The path; null where there is none that counts. */
  @Nullable String path() {
    return pathFrom == pathTo ? null : field.substring(pathFrom, pathTo);
  }

  boolean isForAllPaths() {
    return pathTo - pathFrom == 1;
  }

  private void domainOrSecure(CookieAttributes attribute) {
    if (attribute.isNamed("domain")) {
      domain = domain(attribute.valueFrom(), attribute.valueTo());
    } else {
      secure |= attribute.isNamed("secure");
    }
  }

  private void lifetime(CookieAttributes attribute) {
    if (attribute.isNamed("max-age")) {
      maxAge(attribute);
    } else if (attribute.isNamed("expires")) {
      expires(attribute);
    }
  }

  private void httpOnlyOrSameSite(CookieAttributes attribute) {
    if (attribute.isNamed("samesite")) {
      sameSite = SetCookie.SameSite.of(field, attribute.valueFrom(), attribute.valueTo());
    } else {
      httpOnly |= attribute.isNamed("httponly");
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
  private @Nullable String domain(int valueFrom, int to) {
    int from = valueFrom < to && field.charAt(valueFrom) == '.' ? valueFrom + 1 : valueFrom;
    return from == to ? null : field.substring(from, to).toLowerCase(Locale.ROOT);
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
