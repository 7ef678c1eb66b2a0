package io.cookiegate.classification;

import java.util.Arrays;
import java.util.List;

/**
 * An automaton that finds all of many literals in one pass over a text (Aho and Corasick 1975). Its
 * edges share one array (a double array), with one column for each class of symbols that no literal
 * tells apart; a step costs a look-up or two however many literals there are.
 */
final class LiteralAutomaton {
  static final int START = 0;
  private static final int FREE = -1;
  private static final int[] NONE = {};

  private final byte[] classes = new byte[ScriptSymbols.COUNT];
  private final int[] bases;
  private final int[] fallbacks;
  private final int[][] meanings;
  private int[] owners = new int[4 * ScriptSymbols.COUNT];
  private int[] targets = new int[4 * ScriptSymbols.COUNT];
  private int firstFree = 1;

  LiteralAutomaton(LiteralTrie trie) {
    List<LiteralTrie.Node> nodes = trie.linked();
    this.bases = new int[nodes.size()];
    this.fallbacks = new int[nodes.size()];
    this.meanings = new int[nodes.size()][];
    Arrays.fill(owners, FREE);
    classify(nodes);
    nodes.forEach(this::place);
  }

  private void classify(List<LiteralTrie.Node> nodes) {
    int count = 0;
    for (LiteralTrie.Node node : nodes) {
      for (int symbol : node.children.keySet()) {
        if (classes[symbol] == 0) {
          classes[symbol] = (byte) ++count;
        }
      }
    }
  }

  private void place(LiteralTrie.Node node) {
    fallbacks[node.number] = node.fallback.number;
    meanings[node.number] =
        node.meanings.isEmpty() ? NONE : node.meanings.stream().mapToInt(i -> i).toArray();
    int base = freeBase(node);
    bases[node.number] = base;
    node.children.forEach((symbol, child) -> edge(node, base + column(symbol), child));
  }

  private void edge(LiteralTrie.Node node, int slot, LiteralTrie.Node child) {
    owners[slot] = node.number;
    targets[slot] = child.number;
  }

  /** The lowest base at which all of a node's edges fall on free slots. */
  private int freeBase(LiteralTrie.Node node) {
    int[] columns = node.children.keySet().stream().mapToInt(this::column).toArray();
    if (columns.length == 0) {
      return 0;
    }
    while (owners[firstFree] != FREE) {
      firstFree++;
    }
    int base = Math.max(0, firstFree - columns[0]);
    while (!fits(base, columns)) {
      base++;
    }
    return base;
  }

  private boolean fits(int base, int[] columns) {
    grow(base + 2 * ScriptSymbols.COUNT);
    for (int column : columns) {
      if (owners[base + column] != FREE) {
        return false;
      }
    }
    return true;
  }

  private void grow(int size) {
    int before = owners.length;
    if (size > before) {
      owners = Arrays.copyOf(owners, 2 * size);
      targets = Arrays.copyOf(targets, 2 * size);
      Arrays.fill(owners, before, owners.length, FREE);
    }
  }

  private int column(int symbol) {
    return classes[symbol] & 0xff;
  }

  /** The state after a symbol. */
  int next(int state, int symbol) {
    int column = column(symbol);
    if (column == 0) {
      return START;
    }
    int at = state;
    while (true) {
      int slot = bases[at] + column;
      if (owners[slot] == at) {
        return targets[slot];
      }
      if (at == START) {
        return START;
      }
      at = fallbacks[at];
    }
  }

  /** What the literals mean that end in a state. */
  int[] meanings(int state) {
    return meanings[state];
  }

  int size() {
    return bases.length;
  }
}
