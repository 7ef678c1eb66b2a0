package io.cookiegate.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules with a regular expression, in a tree over the characters with which every name begins that
 * one means, so that a name is matched with those only. Of all that mean a name, the first wins.
 */
final class RegexTree {
  private final Node root = new Node();
  private int count;

  void add(NamePattern.Regex regex, CookieRule rule) {
    Node node = root;
    String prefix = regex.prefix();
    for (int i = 0; i < prefix.length(); i++) {
      node = node.children.computeIfAbsent(prefix.charAt(i), character -> new Node());
    }
    node.rules.add(new Entry(count++, rule));
  }

  @Nullable CookieRule find(String name, String domain) {
    Entry best = null;
    Node node = root;
    for (int i = 0; node != null; i++) {
      best = node.earlier(best, name, domain);
      node = i < name.length() ? node.children.get(name.charAt(i)) : null;
    }
    return best == null ? null : best.rule;
  }

  private record Entry(int place, CookieRule rule) {}

  private static final class Node {
    private final Map<Character, Node> children = new HashMap<>(2);
    private final List<Entry> rules = new ArrayList<>(0);

    /** The first here that means the name, if it comes before the best so far. */
    @Nullable Entry earlier(@Nullable Entry best, String name, String domain) {
      for (int i = 0; i < rules.size(); i++) {
        Entry entry = rules.get(i);
        if (best != null && best.place < entry.place) {
          return best;
        }
        if (entry.rule.inScope(domain) && entry.rule.pattern().matches(name)) {
          return entry;
        }
      }
      return best;
    }
  }
}
