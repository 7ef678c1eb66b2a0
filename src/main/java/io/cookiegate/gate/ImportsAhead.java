package io.cookiegate.gate;

/**
 * The imports at the beginning of a style sheet as Chromium's preload scanner sees them, which fetches
 * what they name before the sheet is parsed. It knows no strings and no escapes: a rule ends at the
 * next semicolon, and an address is what its bytes say.
 */
final class ImportsAhead {
  private static final String IMPORT = "@import";
  private static final String URL = "url(";

  private ImportsAhead() {}

  /** Whether one of them leads to what is gated. */
  static boolean areGated(UrlJudge urls, byte[] a, int from, int to) {
    int at = skipSpaceAndComments(a, from, to);
    boolean gated = false;
    while (!gated && at < to && a[at] == '@') {
      int end = AsciiText.indexOf(a, at, to, ';');
      gated =
          AsciiText.startsWith(a, at, end, IMPORT) && isGated(urls, a, at + IMPORT.length(), end);
      at = skipSpaceAndComments(a, Math.min(to, end + 1), to);
    }
    return gated;
  }

  private static int skipSpaceAndComments(byte[] a, int from, int to) {
    int at = AsciiText.skipSpace(a, from, to);
    while (at + 1 < to && a[at] == '/' && a[at + 1] == '*') {
      at += 3;
      while (at < to && (a[at] != '/' || a[at - 1] != '*')) {
        at++;
      }
      at = AsciiText.skipSpace(a, Math.min(to, at + 1), to);
    }
    return at;
  }

  /** Judges the address among what may stand around one. */
  private static boolean isGated(UrlJudge urls, byte[] a, int from, int end) {
    int first = AsciiText.skipSpace(a, from, end);
    if (AsciiText.startsWith(a, first, end, URL)) {
      first = AsciiText.skipSpace(a, first + URL.length(), end);
    }
    if (first < end && isQuote(a[first])) {
      first++;
    }
    int last = first;
    while (last < end && !isQuote(a[last]) && a[last] != ')') {
      last++;
    }
    return urls.gates(a, first, last);
  }

  private static boolean isQuote(byte b) {
    return b == '"' || b == '\'';
  }
}
