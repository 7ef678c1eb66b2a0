package io.cookiegate.page;

import io.cookiegate.gate.RequestHead;
import io.cookiegate.host.WebUrl;
import org.jspecify.annotations.Nullable;

/** The way back to the page a visitor came from: a path of this site and nothing else. */
final class ReturnPath {
  static final String START = "/";
  private static final int LONGEST = 4096;

  private ReturnPath() {}

  /**
   * The path and query as given where they stay on this site, and the start page where they do not.
   * Where none is given, those of the site's page that the request was made on.
   *
   * @param prefix the first part of own paths, which are no page of the site's
   * @param otherwise where neither says anything
   */
  static String of(@Nullable String given, RequestHead request, String prefix, String otherwise) {
    if (given != null) {
      return staysHere(given, request) ? given : START;
    }
    String referrer = request.fields().first("Referer");
    String from = referrer == null ? "" : SameOrigin.pathOf(referrer, request);
    boolean page = !from.isEmpty() && !from.startsWith(prefix) && staysHere(from, request);
    return page ? from : otherwise;
  }

  private static boolean staysHere(String given, RequestHead request) {
    if (given.length() > LONGEST || !given.startsWith("/") || !isVisibleAscii(given)) {
      return false;
    }
    // Browsers read a second slash or a backslash as the beginning of a host.
    WebUrl base = WebUrl.parse("http://" + request.host() + "/", null);
    WebUrl target = WebUrl.parse(given, base);
    return base != null
        && target != null
        && !given.startsWith("//")
        && given.indexOf('\\') < 0
        && base.host() != null
        && base.host().equals(target.host());
  }

  private static boolean isVisibleAscii(String text) {
    return text.chars().allMatch(c -> c > 0x20 && c < 0x7F);
  }
}
