package io.cookiegate.gate;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A {@code Link} field value (RFC 8288 section 3), split into its links so that single ones can go.
 * What stays keeps its spelling. Quoted strings and the angle brackets of the target may contain
 * commas and semicolons; a value that does not parse has no links a browser would follow.
 */
final class LinkField {
  private static final Set<String> FETCHING =
      Set.of(
          "preload",
          "modulepreload",
          "prefetch",
          "preconnect",
          "dns-prefetch",
          "prerender",
          "stylesheet",
          "icon",
          "manifest",
          "compression-dictionary");

  private static final String IMAGES = "imagesrcset";

  private LinkField() {}

  /** The value without the links whose target is gated: the same instance where nothing goes. */
  static String without(String value, Predicate<String> gatedTarget) {
    StringBuilder kept = new StringBuilder(value.length());
    boolean dropped = false;
    int from = 0;
    while (from < value.length()) {
      int to = endOfLink(value, from);
      String link = value.substring(from, to).strip();
      if (fetchesGated(link, gatedTarget)) {
        dropped = true;
      } else if (!link.isEmpty()) {
        kept.append(kept.isEmpty() ? "" : ", ").append(link);
      }
      from = to + 1;
    }
    return dropped ? kept.toString() : value;
  }

  private static int endOfLink(String value, int from) {
    return endOf(value, from, ',');
  }

  private static int endOf(String value, int from, char separator) {
    boolean quoted = false;
    boolean target = false;
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (target) {
        target = c != '>';
      } else if (c == separator) {
        return i;
      } else {
        quoted = c == '"';
        target = c == '<';
      }
    }
    return value.length();
  }

  private static boolean fetchesGated(String link, Predicate<String> gatedTarget) {
    int close = link.indexOf('>');
    if (!link.startsWith("<") || close < 0) {
      return false;
    }
    String parameters = link.substring(close + 1);
    return fetches(parameters)
        && (gatedTarget.test(link.substring(1, close)) || hasGatedImage(parameters, gatedTarget));
  }

  /** Whether a candidate of a preloaded image is gated (WHATWG HTML 4.2.4.4, imagesrcset). */
  private static boolean hasGatedImage(String parameters, Predicate<String> gatedTarget) {
    int from = 0;
    while (from < parameters.length()) {
      int to = endOf(parameters, from, ';');
      String parameter = parameters.substring(from, to).strip();
      if (parameter.regionMatches(true, 0, IMAGES, 0, IMAGES.length())) {
        String candidates = parameter.substring(parameter.indexOf('=') + 1).replace('"', ' ');
        for (String part : candidates.split("[ \t,]+", -1)) {
          if (!part.isEmpty() && gatedTarget.test(part)) {
            return true;
          }
        }
      }
      from = to + 1;
    }
    return false;
  }

  private static boolean fetches(String parameters) {
    int from = 0;
    while (from < parameters.length()) {
      int to = endOf(parameters, from, ';');
      if (isFetchingRel(parameters.substring(from, to))) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  private static boolean isFetchingRel(String parameter) {
    int equals = parameter.indexOf('=');
    if (equals < 0 || !parameter.substring(0, equals).strip().equalsIgnoreCase("rel")) {
      return false;
    }
    String relations = parameter.substring(equals + 1).replace('"', ' ').strip();
    for (String relation : relations.toLowerCase(Locale.ROOT).split("[ \t]+", -1)) {
      if (FETCHING.contains(relation)) {
        return true;
      }
    }
    return false;
  }
}
