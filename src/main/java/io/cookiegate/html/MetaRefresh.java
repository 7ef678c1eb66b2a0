package io.cookiegate.html;

/**
 * The URL in the content of a {@code meta http-equiv=refresh} (WHATWG HTML 4.2.5.3, shared
 * declarative refresh steps). Reusable.
 */
public final class MetaRefresh {
  private int urlFrom;
  private int urlTo;

  /** Reads a decoded content; false where a browser refreshes to no other URL. */
  public boolean read(byte[] a, int from, int to) {
    int time = skipSpaces(a, from, to);
    int at = skipTime(a, time, to);
    if (at == time) {
      return false;
    }
    int separator = skipSpaces(a, at, to);
    if (separator == at && at < to && a[at] != ';' && a[at] != ',') {
      return false;
    }
    if (separator < to && (a[separator] == ';' || a[separator] == ',')) {
      separator = skipSpaces(a, separator + 1, to);
    }
    return url(a, skipPrefix(a, separator, to), to);
  }

  private static int skipSpaces(byte[] a, int from, int to) {
    int at = from;
    while (at < to && Ascii.isSpace(a[at])) {
      at++;
    }
    return at;
  }

  private static int skipTime(byte[] a, int from, int to) {
    int at = from;
    while (at < to && ((a[at] >= '0' && a[at] <= '9') || a[at] == '.')) {
      at++;
    }
    return at;
  }

  /** Past {@code url =}, if it is all there. */
  private static int skipPrefix(byte[] a, int from, int to) {
    if (from + 3 > to
        || Ascii.lower(a[from]) != 'u'
        || Ascii.lower(a[from + 1]) != 'r'
        || Ascii.lower(a[from + 2]) != 'l') {
      return from;
    }
    int equals = skipSpaces(a, from + 3, to);
    return equals < to && a[equals] == '=' ? skipSpaces(a, equals + 1, to) : from;
  }

  private boolean url(byte[] a, int from, int to) {
    boolean quoted = from < to && (a[from] == '"' || a[from] == '\'');
    urlFrom = quoted ? from + 1 : from;
    urlTo = quoted ? Swar.indexOf(a, from + 1, to, a[from]) : to;
    return urlFrom < urlTo;
  }

  /** The position of the URL. */
  public int urlFrom() {
    return urlFrom;
  }

  /** The position after the URL. */
  public int urlTo() {
    return urlTo;
  }
}
