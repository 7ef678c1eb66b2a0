package io.cookiegate.wording;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a template may use.
 *
 * @param words the names of words
 * @param lists the names of lists, each with the names of the words that its items have
 * @param needed those among the words without which the template is of no use
 */
record Vocabulary(Set<String> words, Map<String, Set<String>> lists, Set<String> needed) {
  /** The names inside a section: its items' own, or the same where it stands for none. */
  Vocabulary within(String list, boolean inverted) {
    return inverted ? this : new Vocabulary(lists.getOrDefault(list, Set.of()), Map.of(), Set.of());
  }

  String sentence() {
    Set<String> all = new TreeSet<>(words);
    lists.keySet().forEach(list -> all.add("#" + list));
    return "allowed are " + String.join(", ", all);
  }
}
