package io.cookiegate.consent;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The value of the companion cookie: ids of categories with a full stop between them, for instance
 * {@code statistics.marketing}. A full stop needs no quoting in a cookie value (RFC 6265bis section
 * 4.1.1) and no id contains one.
 */
public final class PurposeList {
  private PurposeList() {}

  /** The ids in a value; a new, changeable set. */
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

  /** The value that lists these ids, in alphabetical order. */
  public static String of(Collection<String> ids) {
    return String.join(".", new TreeSet<>(ids));
  }
}
