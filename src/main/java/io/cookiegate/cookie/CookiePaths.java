package io.cookiegate.cookie;

import java.util.ArrayList;
import java.util.List;

/**
 * The Paths besides {@code /} that a cookie can have which a browser sends with a request (RFC 6265bis
 * section 5.1.4): each folder above what is asked for, with its last slash and without, and that
 * itself.
 */
public final class CookiePaths {
  /** Four folders. Below them cookies are hardly ever put, and an answer's head has an end. */
  private static final int MOST = 8;

  private static final int LONGEST = 1024;

  private CookiePaths() {}

  /**
   * The paths, the shortest first.
   *
   * @param target a request's path and query
   */
  public static List<String> of(String target) {
    String path = path(target);
    List<String> paths = new ArrayList<>();
    for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
      paths.add(path.substring(0, slash));
      paths.add(path.substring(0, slash + 1));
    }
    if (path.length() > 1 && !path.endsWith("/")) {
      paths.add(path);
    }
    return List.copyOf(paths.subList(0, Math.min(MOST, paths.size())));
  }

  /** As far as it can stand in an attribute: a semicolon ends that. */
  private static String path(String target) {
    int end = 0;
    int slash = 0;
    int length = Math.min(target.length(), LONGEST);
    while (end < length && canBeWritten(target.charAt(end))) {
      slash = target.charAt(end) == '/' ? end + 1 : slash;
      end++;
    }
    boolean whole = end == target.length() || target.charAt(end) == '?';
    return target.startsWith("/") ? target.substring(0, whole ? end : slash) : "";
  }

  private static boolean canBeWritten(char c) {
    return c > 0x20 && c < 0x7F && c != ';' && c != '?';
  }
}
