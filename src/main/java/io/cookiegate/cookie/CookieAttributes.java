package io.cookiegate.cookie;

/** Steps over the attributes of a {@code Set-Cookie} field (RFC 6265bis section 5.6, the attribute half). */
final class CookieAttributes {
  private static final int LONGEST_VALUE = 1024;

  private final String field;
  private final int end;
  private int at;
  private int semicolon;
  private int nameFrom;
  private int nameTo;
  private int valueFrom;
  private int valueTo;

  /** Stands at the semicolon after the pair, or at the end where there is none. */
  CookieAttributes(String field, int from, int end) {
    this.field = field;
    this.at = from;
    this.end = end;
  }

  /** Steps to the next attribute whose value a browser does not find too long; false at the end. */
  boolean next() {
    while (at < end) {
      int to = FieldText.semicolon(field, at + 1, end);
      split(at + 1, to);
      semicolon = at;
      at = to;
      if (FieldText.hasOctets(field, valueFrom, valueTo, LONGEST_VALUE)) {
        return true;
      }
    }
    return false;
  }

  private void split(int from, int to) {
    int equals = FieldText.find(field, '=', from, to);
    nameFrom = FieldText.trimStart(field, from, equals);
    nameTo = FieldText.trimEnd(field, nameFrom, equals);
    valueFrom = FieldText.trimStart(field, Math.min(equals + 1, to), to);
    valueTo = FieldText.trimEnd(field, valueFrom, to);
  }

  boolean isNamed(String lowerCase) {
    return FieldText.is(field, nameFrom, nameTo, lowerCase);
  }

  int nameLength() {
    return nameTo - nameFrom;
  }

  /** The position of the attribute's semicolon. */
  int from() {
    return semicolon;
  }

  /** The position after the attribute: the next one's semicolon, or the end. */
  int to() {
    return at;
  }

  int valueFrom() {
    return valueFrom;
  }

  int valueTo() {
    return valueTo;
  }

  boolean hasValue() {
    return valueFrom < valueTo;
  }
}
