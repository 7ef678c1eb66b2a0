package io.cookiegate.gate;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a request's answer could be a page that is rewritten, as far as the request tells. Said
 * too often, it costs a range or a revalidation; said too seldom, a cached page of another consent
 * could come back. So it is denied only on the word of the browser ({@code Sec-Fetch-Dest}, Fetch
 * Metadata section 2.1) or, where none is sent (to plain HTTP no browser does), of a file name
 * extension that never is a page's and an {@code Accept} that names none.
 */
final class PageProspect {
  /** The request field in which a browser says what it wants an answer for. */
  static final String DESTINATION = "Sec-Fetch-Dest";

  private static final Set<String> NEVER_A_PAGE =
      Set.of(
          "audio",
          "audioworklet",
          "font",
          "image",
          "manifest",
          "paintworklet",
          "script",
          "serviceworker",
          "sharedworker",
          "style",
          "track",
          "video",
          "worker",
          "json");
  private static final Set<String> NEVER_HTML =
      Set.of(
          "7z", "avi", "avif", "bz2", "css", "dmg", "exe", "flac", "gif", "gz", "ico", "iso",
          "jpeg", "jpg", "js", "m4a", "m4v", "mjs", "mov", "mp3", "mp4", "mpeg", "mpg", "msi",
          "ogg", "ogv", "otf", "pdf", "png", "rar", "tar", "tgz", "ttf", "wav", "webm", "webp",
          "woff", "woff2", "xz", "zip");

  private PageProspect() {}

  static boolean of(RequestHead request) {
    String destination = request.fields().first(DESTINATION);
    if (destination != null) {
      return !NEVER_A_PAGE.contains(destination);
    }
    return accepts(request, "text/html") || !NEVER_HTML.contains(extension(request.target()));
  }

  /** Browsers name pages first where one is to be shown, and not for what a page consists of. */
  private static boolean accepts(RequestHead request, String type) {
    String accept = request.fields().first("Accept");
    return accept != null && accept.toLowerCase(Locale.ROOT).contains(type);
  }

  /**
   * Whether an answer of XML would be shown as a document. As an image it runs and loads nothing, and
   * to a script or a style sheet of its own kind it is text.
   */
  static boolean isDocument(Fields request) {
    String destination = request.first(DESTINATION);
    return destination == null
        || !(NEVER_A_PAGE.contains(destination) || destination.equals("empty"));
  }

  private static String extension(String target) {
    int end = target.indexOf('?');
    int to = end < 0 ? target.length() : end;
    int dot = target.lastIndexOf('.', to - 1);
    int slash = target.lastIndexOf('/', to - 1);
    return dot <= slash ? "" : target.substring(dot + 1, to).toLowerCase(Locale.ROOT);
  }
}
