package io.cookiegate.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's {@code Accept-Encoding} value (RFC 9110 section 12.5.3), cut down to what can be
 * undone.
 */
final class AcceptEncoding {
  /**
   * What stands in for {@code *}; {@code deflate} is left out, for servers do not agree on what it
   * is.
   */
  private static final List<String> ANY = List.of("gzip", "br", "zstd");

  private final List<String> elements = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private AcceptEncoding(String value) {
    for (String element : value.split(",", -1)) {
      if (!element.isBlank()) {
        elements.add(element.strip());
        names.add(name(element));
      }
    }
  }

  static String restrict(String value) {
    return isPlain(value) ? value : restricted(value);
  }

  /** Whether all of it is names of codings that can be undone, as browsers send it. */
  private static boolean isPlain(String value) {
    int from = 0;
    while (from <= value.length()) {
      int comma = value.indexOf(',', from);
      int to = comma < 0 ? value.length() : comma;
      if (Coding.of(value.substring(from, to).strip()) == null) {
        return false;
      }
      from = to + 1;
    }
    return true;
  }

  private static String restricted(String value) {
    AcceptEncoding accept = new AcceptEncoding(value);
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < accept.elements.size(); i++) {
      String element = accept.restricted(i);
      if (element != null) {
        kept.add(element);
      }
    }
    if (kept.equals(accept.elements)) {
      return value;
    }
    return kept.isEmpty() ? "identity" : String.join(", ", kept);
  }

  private @Nullable String restricted(int i) {
    String element = elements.get(i);
    if (names.get(i).equals("*")) {
      return refuses(element) ? element : everythingElse(element.substring(1));
    }
    return Coding.of(names.get(i)) == null ? null : element;
  }

  /**
   * The codings that {@code *} stands for, being those not named, each with the weight that it had.
   */
  private @Nullable String everythingElse(String weight) {
    List<String> others =
        ANY.stream()
            .filter(name -> !names.contains(name) && Coding.of(name) != null)
            .map(name -> name + weight)
            .toList();
    return others.isEmpty() ? null : String.join(", ", others);
  }

  /** Whether this is {@code *;q=0}, which allows nothing and so may stay. */
  private static boolean refuses(String element) {
    return element.matches("\\*\\s*;\\s*[qQ]=0(\\.0{0,3})?\\s*");
  }

  private static String name(String element) {
    int end = element.indexOf(';');
    return Ascii.lower(
        Objects.requireNonNull(end < 0 ? element : element.substring(0, end)).strip());
  }
}
