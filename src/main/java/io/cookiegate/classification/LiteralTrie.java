package io.cookiegate.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Literals as a tree of symbols, from which the automaton is built. */
final class LiteralTrie {
  final Node root = new Node(null, -1);

  void add(int[] symbols, int meaning) {
    Node node = root;
    for (int symbol : symbols) {
      Node parent = node;
      node = parent.children.computeIfAbsent(symbol, s -> new Node(parent, s));
    }
    if (node != root && !node.meanings.contains(meaning)) {
      node.meanings.add(meaning);
    }
  }

  /**
   * The nodes in order of their depth, each with its number and its link to the longest other node
   * that ends the same way (Aho and Corasick 1975).
   */
  List<Node> linked() {
    List<Node> order = new ArrayList<>(List.of(root));
    for (int i = 0; i < order.size(); i++) {
      Node node = order.get(i);
      node.number = i;
      node.link();
      order.addAll(node.children.values());
    }
    return order;
  }

  /** A text that begins a literal. */
  static final class Node {
    final Map<Integer, Node> children = new TreeMap<>();
    final List<Integer> meanings = new ArrayList<>(0);
    private final Node parent;
    private final int symbol;
    Node fallback;
    int number;

    private Node(@org.jspecify.annotations.Nullable Node parent, int symbol) {
      this.parent = parent == null ? this : parent;
      this.symbol = symbol;
      this.fallback = this;
    }

    private boolean isRoot() {
      return parent == this;
    }

    private void link() {
      if (isRoot()) {
        return;
      }
      Node candidate = parent;
      do {
        candidate = candidate.isRoot() ? candidate : candidate.fallback;
        Node found = candidate.children.get(symbol);
        if (found != null && found != this) {
          fallback = found;
          meanings.addAll(found.meanings);
          return;
        }
      } while (!candidate.isRoot());
      fallback = candidate;
    }
  }
}
