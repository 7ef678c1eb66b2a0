package io.cookiegate.cookie;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A reader of one {@code Cookie} field of a request: steps over its pairs without copying them.
 *
 * <p>It splits as browsers join (RFC 6265bis section 5.8.3): at every semicolon, also inside quotes,
 * which mean nothing to a browser. A pair without an equals sign is a cookie without a name. HTTP/2
 * may bring several fields; each one is read by itself.
 */
public final class CookieHeader {
  private final String header;
  private int segmentFrom;
  private int segmentTo = -1;
  private int nameFrom;
  private int nameTo;
  private int valueFrom;
  private int valueTo;

  /** Stands before the first pair. */
  public CookieHeader(String header) {
    this.header = header;
  }

  /** Steps to the next pair; false at the end. Empty stretches between semicolons are no pairs. */
  public boolean next() {
    while (segmentTo < header.length()) {
      segmentFrom = segmentTo + 1;
      segmentTo = FieldText.semicolon(header, segmentFrom, header.length());
      int from = FieldText.trimStart(header, segmentFrom, segmentTo);
      int to = FieldText.trimEnd(header, from, segmentTo);
      if (from < to) {
        split(from, to);
        return true;
      }
    }
    return false;
  }

  private void split(int from, int to) {
    int equals = FieldText.find(header, '=', from, to);
    boolean named = equals < to;
    nameFrom = from;
    nameTo = named ? FieldText.trimEnd(header, from, equals) : from;
    valueFrom = named ? FieldText.trimStart(header, equals + 1, to) : from;
    valueTo = to;
  }

  public int nameFrom() {
    return nameFrom;
  }

  /** Equal to {@link #nameFrom} for a cookie without a name. */
  public int nameTo() {
    return nameTo;
  }

  public int valueFrom() {
    return valueFrom;
  }

  public int valueTo() {
    return valueTo;
  }

  /** The name as it was sent: names are case-sensitive. */
  public String name() {
    return header.substring(nameFrom, nameTo);
  }

  /** The value as it was sent, quotes included. */
  public String value() {
    return header.substring(valueFrom, valueTo);
  }

  /** The values of every cookie of this name, in order. */
  public static List<String> values(String header, String name) {
    List<String> values = new ArrayList<>();
    CookieHeader pairs = new CookieHeader(header);
    while (pairs.next()) {
      if (pairs.isNamed(name)) {
        values.add(pairs.value());
      }
    }
    return values;
  }

  private boolean isNamed(String name) {
    return nameTo - nameFrom == name.length() && header.startsWith(name, nameFrom);
  }

  /**
   * The header without the cookies whose name is to be dropped, each asked for once and in order: the
   * same instance where nothing goes, the empty string where everything does. What stays keeps its
   * bytes and its order.
   */
  public static String without(String header, Predicate<String> dropName) {
    CookieHeader pairs = new CookieHeader(header);
    StringBuilder kept = null;
    int keptPairs = 0;
    boolean dropped = false;
    while (pairs.next()) {
      dropped = (dropped && pairs.isAttributeOfTheLast()) || dropName.test(pairs.name());
      if (dropped && kept == null) {
        kept = pairs.before();
      } else if (!dropped && kept != null) {
        pairs.appendTo(kept, keptPairs == 0);
      }
      keptPairs += dropped ? 0 : 1;
    }
    return kept == null ? header : keptPairs == 0 ? "" : kept.toString();
  }

  private StringBuilder before() {
    return new StringBuilder(header.length()).append(header, 0, Math.max(0, segmentFrom - 1));
  }

  /** A legacy client's {@code $Path}, {@code $Domain} or {@code $Port} belongs to the cookie before it (RFC 2965). */
  private boolean isAttributeOfTheLast() {
    return header.charAt(nameFrom) == '$'
        && (isNamed("$Path") || isNamed("$Domain") || isNamed("$Port"));
  }

  private void appendTo(StringBuilder kept, boolean first) {
    if (first) {
      kept.setLength(0);
      kept.append(header, nameFrom, segmentTo);
    } else {
      kept.append(';').append(header, segmentFrom, segmentTo);
    }
  }
}
