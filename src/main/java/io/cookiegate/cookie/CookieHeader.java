package io.cookiegate.cookie;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A reader of the request's {@code Cookie} field: steps over its pairs without copying them. */
public final class CookieHeader {
  private final String header;
  private int pairFrom;
  private int pairTo = -1;
  private int equals;

  public CookieHeader(String header) {
    this.header = header;
  }

  /** Steps to the next pair; false at the end. Empty stretches between semicolons are no pairs. */
  public boolean next() {
    while (pairTo < header.length()) {
      pairFrom = skip(pairTo + 1);
      int semicolon = header.indexOf(';', pairFrom);
      pairTo = semicolon < 0 ? header.length() : semicolon;
      if (pairFrom < pairTo) {
        int found = header.indexOf('=', pairFrom);
        equals = found < 0 || found > pairTo ? -1 : found;
        return true;
      }
    }
    return false;
  }

  private int skip(int at) {
    int index = at;
    while (index < header.length() && isSpace(header.charAt(index))) {
      index++;
    }
    return index;
  }

  private int trim(int from, int to) {
    int end = to;
    while (end > from && isSpace(header.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  public int nameFrom() {
    return pairFrom;
  }

  /** Equal to {@link #nameFrom} for a cookie without a name. */
  public int nameTo() {
    return equals < 0 ? pairFrom : trim(pairFrom, equals);
  }

  public int valueFrom() {
    return equals < 0 ? pairFrom : Math.min(skip(equals + 1), pairTo);
  }

  public int valueTo() {
    return trim(valueFrom(), pairTo);
  }

  public String name() {
    return header.substring(nameFrom(), nameTo());
  }

  public String value() {
    return header.substring(valueFrom(), valueTo());
  }

  /** The values of every cookie of this name, in order. */
  public static List<String> values(String header, String name) {
    List<String> values = new ArrayList<>();
    CookieHeader pairs = new CookieHeader(header);
    while (pairs.next()) {
      if (pairs.name().equals(name)) {
        values.add(pairs.value());
      }
    }
    return values;
  }

  /**
   * The header without the cookies whose name is to be dropped: the same instance where nothing goes,
   * the empty string where everything does.
   */
  public static String without(String header, Predicate<String> dropName) {
    StringBuilder kept = new StringBuilder();
    boolean dropped = false;
    CookieHeader pairs = new CookieHeader(header);
    while (pairs.next()) {
      if (dropName.test(pairs.name())) {
        dropped = true;
      } else {
        kept.append(kept.isEmpty() ? "" : "; ").append(header, pairs.pairFrom, pairs.pairTo);
      }
    }
    return dropped ? kept.toString() : header;
  }
}
