package io.cookiegate.consent;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The value of the companion cookie: ids of categories, and of services after a tilde, with a full
 * stop between them, for instance {@code statistics.~youtube}. Neither needs quoting in a cookie
 * value (RFC 6265bis section 4.1.1), and no id contains one.
 */
public final class PurposeList {
  private static final char SERVICE = '~';

  private PurposeList() {}

  /** The entries of a value, a tilde before each service; a new, changeable set. */
  static Set<String> parse(String value) {
    Set<String> ids = new HashSet<>();
    int from = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == '.') {
        if (i > from) {
          ids.add(value.substring(from, i));
        }
        from = i + 1;
      }
    }
    return ids;
  }

  /** The services among entries. */
  static Set<String> services(Set<String> entries) {
    Set<String> ids = new HashSet<>();
    for (String entry : entries) {
      if (entry.charAt(0) == SERVICE) {
        ids.add(entry.substring(1));
      }
    }
    return ids;
  }

  /** The value that lists these categories, in alphabetical order. */
  public static String of(Collection<String> categories) {
    return of(categories, Set.of());
  }

  /** The value that lists these categories and services. */
  public static String of(Collection<String> categories, Collection<String> services) {
    Set<String> entries = new TreeSet<>(categories);
    services.forEach(id -> entries.add(SERVICE + id));
    return String.join(".", entries);
  }
}
