package io.cookiegate.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules about cookies in a tree over the characters with which every name begins that one means, so
 * that a name is held against those only. Of all that mean a name the one of the greatest rank wins.
 */
final class PrefixTree {
  private final Node root = new Node();

  void add(String prefix, int rank, CookieRule rule) {
    Node node = root;
    for (int i = 0; i < prefix.length(); i++) {
      node = node.children.computeIfAbsent(prefix.charAt(i), character -> new Node());
    }
    node.rules.add(new Entry(rank, rule));
  }

  /** The rule that means the name and has it in scope. */
  @Nullable CookieRule find(String name, String domain) {
    Entry best = null;
    Node node = root;
    for (int i = 0; node != null; i++) {
      best = node.better(best, name, domain);
      node = i < name.length() ? node.children.get(name.charAt(i)) : null;
    }
    return best == null ? null : best.rule;
  }

  private record Entry(int rank, CookieRule rule) {
    boolean means(String name, String domain) {
      return rule.inScope(domain) && rule.pattern().matches(name);
    }
  }

  private static final class Node {
    private final Map<Character, Node> children = new HashMap<>(2);
    private final List<Entry> rules = new ArrayList<>(0);

    @Nullable Entry better(@Nullable Entry best, String name, String domain) {
      Entry result = best;
      for (int i = 0; i < rules.size(); i++) {
        Entry entry = rules.get(i);
        if ((result == null || entry.rank > result.rank) && entry.means(name, domain)) {
          result = entry;
        }
      }
      return result;
    }
  }
}
