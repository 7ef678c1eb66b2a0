package io.cookiegate.cookie;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/**
 * The dates of {@code Expires}: read token by token in whatever order they come (RFC 6265bis section
 * 5.1.1), which covers RFC 1123, RFC 850, asctime and what servers made of them.
 */
final class CookieDate {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final int NOT_FOUND = -1;
  private static final boolean[] DELIMITERS = new boolean[0x80];

  static {
    for (int c = 0; c < DELIMITERS.length; c++) {
      DELIMITERS[c] =
          c == '\t'
              || (c >= 0x20 && c <= 0x2F)
              || (c >= 0x3B && c <= 0x40)
              || (c >= 0x5B && c <= 0x60)
              || (c >= 0x7B && c <= 0x7E);
    }
  }

  private final String text;
  private int hour = NOT_FOUND;
  private int minute;
  private int second;
  private int day = NOT_FOUND;
  private int month = NOT_FOUND;
  private int year = NOT_FOUND;

  private CookieDate(String text) {
    this.text = text;
  }

  /** The instant that a range of a field names, or null where it names none. */
  static @Nullable Instant parse(String text, int from, int to) {
    CookieDate date = new CookieDate(text);
    int at = from;
    while (at < to) {
      int start = at;
      while (at < to && !isDelimiter(text.charAt(at))) {
        at++;
      }
      date.token(start, at);
      at++;
    }
    return date.instant();
  }

  /** The date as servers write it (RFC 9110 section 5.6.7). */
  static String format(Instant instant) {
    LocalDateTime date = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(29);
    name(text, DAYS, date.getDayOfWeek().getValue()).append(", ");
    digits(text, date.getDayOfMonth()).append(' ');
    name(text, MONTHS, date.getMonthValue()).append(' ');
    digits(digits(text, date.getYear() / 100), date.getYear() % 100).append(' ');
    digits(text, date.getHour()).append(':');
    digits(text, date.getMinute()).append(':');
    return digits(text, date.getSecond()).append(" GMT").toString();
  }

  private static StringBuilder name(StringBuilder text, String names, int number) {
    return text.append(names, 3 * (number - 1), 3 * number);
  }

  private static StringBuilder digits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static boolean isDelimiter(char c) {
    return c < 0x80 && DELIMITERS[c];
  }

  /** Takes a token for the first thing it can be that was not found yet. */
  private void token(int from, int to) {
    if (hour == NOT_FOUND && isTime(from, to)) {
      return;
    }
    int digits = digits(from, to);
    if (day == NOT_FOUND && digits >= 1 && digits <= 2) {
      day = number(from, digits);
    } else if (month == NOT_FOUND && digits == 0) {
      month = month(from, to);
    } else if (year == NOT_FOUND && digits >= 2 && digits <= 4) {
      year = century(number(from, digits));
    }
  }

  private boolean isTime(int from, int to) {
    int hours = digits(from, to);
    int afterHours = from + hours + 1;
    int minutes = fieldAfter(afterHours - 1, hours, to);
    int afterMinutes = afterHours + minutes + 1;
    int seconds = fieldAfter(afterMinutes - 1, minutes, to);
    if (seconds < 1 || seconds > 2) {
      return false;
    }
    hour = number(from, hours);
    minute = number(afterHours, minutes);
    second = number(afterMinutes, seconds);
    return true;
  }

  /** The length of the time field after a colon, or 0 where the one before it or the colon is not right. */
  private int fieldAfter(int colon, int before, int to) {
    boolean right = before >= 1 && before <= 2 && colon < to && text.charAt(colon) == ':';
    return right ? digits(colon + 1, to) : 0;
  }

  private int month(int from, int to) {
    if (to - from < 3) {
      return NOT_FOUND;
    }
    for (int month = 0; month < 12; month++) {
      if (isMonth(from, 3 * month)) {
        return month + 1;
      }
    }
    return NOT_FOUND;
  }

  private boolean isMonth(int from, int name) {
    return lower(from) == (MONTHS.charAt(name) | 0x20)
        && lower(from + 1) == MONTHS.charAt(name + 1)
        && lower(from + 2) == MONTHS.charAt(name + 2);
  }

  /** A letter's lower case; what is no letter does not become one. */
  private int lower(int at) {
    char c = text.charAt(at);
    return c < 0x80 ? c | 0x20 : 0;
  }

  /** Two-digit years are of 1970 to 2069. */
  private static int century(int year) {
    if (year >= 70 && year <= 99) {
      return year + 1900;
    }
    return year <= 69 ? year + 2000 : year;
  }

  private int digits(int from, int to) {
    int at = from;
    while (at < to && FieldText.isDigit(text.charAt(at))) {
      at++;
    }
    return at - from;
  }

  private int number(int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private @Nullable Instant instant() {
    boolean found =
        hour != NOT_FOUND && day != NOT_FOUND && month != NOT_FOUND && year != NOT_FOUND;
    if (!found || year < 1601) {
      return null;
    }
    try {
      return Instant.ofEpochSecond(
          IsoChronology.INSTANCE.epochSecond(
              year, month, day, hour, minute, second, ZoneOffset.UTC));
    } catch (DateTimeException noSuchDate) {
      return null;
    }
  }
}
