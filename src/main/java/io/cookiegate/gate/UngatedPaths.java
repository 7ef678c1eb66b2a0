package io.cookiegate.gate;

import java.util.List;

/**
 * The paths of a site that the gate leaves alone, by their beginnings: an API, for instance.
 *
 * <p>The gate decides by the target as it came, and the upstream by what it makes of it: it may decode,
 * merge slashes, drop {@code ;parameters}, turn {@code \} into {@code /} and climb by {@code ..}, once
 * or twice. Where any of that could lead somewhere else, the path is none of these and its answer is
 * gated; the target goes on byte for byte all the same.
 *
 * @param prefixes each begins with {@code /} and is plain; one without a slash at its end stands for
 *     itself and for what is below it
 */
public record UngatedPaths(List<String> prefixes) {
  /** None: all is gated. */
  public static final UngatedPaths NONE = new UngatedPaths(List.of());

  public UngatedPaths {
    prefixes = List.copyOf(prefixes);
    for (String prefix : prefixes) {
      if (!isPlain(prefix)) {
        throw new IllegalArgumentException(prefix + " is read in more than one way");
      }
    }
  }

  /** Whether a target is left alone. */
  public boolean covers(String target) {
    if (prefixes.isEmpty()) {
      return false;
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return prefixes.stream().anyMatch(prefix -> begins(path, prefix)) && isPlain(path);
  }

  private static boolean begins(String path, String prefix) {
    return path.startsWith(prefix)
        && (prefix.endsWith("/")
            || path.length() == prefix.length()
            || path.charAt(prefix.length()) == '/');
  }

  /** Whether every reader of a path reads the same. */
  public static boolean isPlain(String path) {
    if (!path.startsWith("/")) {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean ambiguous =
          c <= ' '
              || c >= 0x7F
              || c == '\\'
              || c == ';'
              || c == '#'
              || c == '?'
              || (c == '/' && !beginsPlainSegment(path, i + 1))
              || (c == '%' && !isPlainEscape(path, i + 1));
      if (ambiguous) {
        return false;
      }
    }
    return true;
  }

  /** Not empty but at the end, and no step to itself or up (RFC 3986 5.2.4). */
  private static boolean beginsPlainSegment(String path, int from) {
    int dots = from;
    while (dots < path.length() && path.charAt(dots) == '.') {
      dots++;
    }
    boolean ends = dots == path.length() || path.charAt(dots) == '/';
    boolean last = from == path.length();
    return last || !ends || dots - from > 2;
  }

  /**
   * Two digits that stand for nothing with a meaning in paths, also when they are decoded twice, and
   * for nothing that begins an overlong form of such (RFC 3629 3).
   */
  private static boolean isPlainEscape(String path, int from) {
    if (from + 2 > path.length()) {
      return false;
    }
    int high = Character.digit(path.charAt(from), 16);
    int low = Character.digit(path.charAt(from + 1), 16);
    int value = high * 16 + low;
    return high >= 0
        && low >= 0
        && value >= ' '
        && value != 0x7F
        && "/\\.;%?#".indexOf(value) < 0
        && !beginsOverlong(value);
  }

  private static boolean beginsOverlong(int value) {
    return value == 0xC0 || value == 0xC1 || value == 0xE0 || value == 0xF0 || value > 0xF4;
  }
}
