package io.cookiegate.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Builds the segments of a path: the path state of the URL parser (WHATWG URL 4.4). */
final class UrlPathBuilder {
  private static final Set<String> SINGLE_DOT = Set.of(".", "%2e");
  private static final Set<String> DOUBLE_DOT = Set.of("..", ".%2e", "%2e.", "%2e%2e");

  private final String scheme;
  private final List<String> segments;

  UrlPathBuilder(String scheme, List<String> base) {
    this.scheme = scheme;
    this.segments = new ArrayList<>(base);
  }

  /** Drops the last segment, but never the drive of a file. */
  UrlPathBuilder shorten() {
    boolean drive =
        scheme.equals("file") && segments.size() == 1 && WindowsDrive.isNormalized(segments.get(0));
    if (!drive && !segments.isEmpty()) {
      segments.remove(segments.size() - 1);
    }
    return this;
  }

  /** Adds the segments of a text that holds no query and no fragment any more. */
  UrlPath append(String text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isSlash(text.charAt(i))) {
        segment(text.substring(from, i), false);
        from = i + 1;
      }
    }
    segment(text.substring(from), true);
    return UrlPath.of(segments);
  }

  private boolean isSlash(char c) {
    return c == '/' || (c == '\\' && UrlParser.isSpecial(scheme));
  }

  private void segment(String text, boolean last) {
    String lower = text.length() > 6 ? "" : text.toLowerCase(Locale.ROOT);
    boolean doubleDot = DOUBLE_DOT.contains(lower);
    if (doubleDot) {
      shorten();
    }
    if (doubleDot || SINGLE_DOT.contains(lower)) {
      if (last) {
        segments.add("");
      }
      return;
    }
    boolean drive = scheme.equals("file") && segments.isEmpty() && WindowsDrive.is(text);
    segments.add(drive ? text.charAt(0) + ":" : PercentEncodeSet.PATH.encode(text));
  }
}
