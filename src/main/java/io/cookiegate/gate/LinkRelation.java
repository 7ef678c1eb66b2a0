package io.cookiegate.gate;

/** The {@code rel} of a link element, as far as it makes a browser fetch or connect. */
final class LinkRelation {
  private static final String[] FETCHING = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "prerender",
    "manifest",
    "apple-touch-icon",
    "apple-touch-icon-precomposed",
    "apple-touch-startup-image",
    "mask-icon",
    "fluid-icon",
    "import",
    "search",
    "subresource",
    "compression-dictionary"
  };

  private LinkRelation() {}

  /** Whether one of the relations in a value fetches. */
  static boolean fetches(byte[] a, int from, int to) {
    int at = AsciiText.skipSpace(a, from, to);
    while (at < to) {
      int end = AsciiText.skipWord(a, at, to);
      if (isFetching(a, at, end)) {
        return true;
      }
      at = AsciiText.skipSpace(a, end, to);
    }
    return false;
  }

  private static boolean isFetching(byte[] a, int from, int to) {
    for (String relation : FETCHING) {
      if (AsciiText.is(a, from, to, relation)) {
        return true;
      }
    }
    return false;
  }
}
