package io.cookiegate.classification;

import java.util.Arrays;
import java.util.List;

/**
 * An automaton that finds all of many literals in one pass over a text (Aho and Corasick 1975). Its
 * edges share one array (a double array), with one column for each class of symbols that no literal
 * tells apart; a step costs a look-up or two however many literals there are. The states near the
 * start, where a reader mostly is, have all their steps in rows of their own.
 */
final class LiteralAutomaton {
  static final int START = 0;
  private static final int FREE = -1;

  /** How many states have a row: states are numbered by their depth, so those of short prefixes. */
  private static final int MOST_ROWS = 1024;

  private static final int[] NONE = {};

  private final byte[] classes = new byte[ScriptSymbols.COUNT];
  private final int[] bases;
  private final int[] fallbacks;
  private final int[][] meanings;
  private final boolean[] means;
  private final int[] rows;
  private final int rowCount;
  private final int rowShift;
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
    this.means = new boolean[nodes.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = meanings[i].length > 0;
    }
    this.rowCount = Math.min(MOST_ROWS, nodes.size());
    this.rowShift = Integer.SIZE - Integer.numberOfLeadingZeros(highest(classes));
    this.rows = new int[rowCount << rowShift];
    nodes.subList(0, rowCount).forEach(this::fillRow);
  }

  private static int highest(byte[] classes) {
    int highest = 0;
    for (byte column : classes) {
      highest = Math.max(highest, column & 0xff);
    }
    return highest;
  }

  // A row differs from that of the fallback, which is filled before it, by the node's own edges.
  private void fillRow(LiteralTrie.Node node) {
    int row = node.number << rowShift;
    int fallback = node.fallback.number << rowShift;
    System.arraycopy(rows, fallback, rows, row, 1 << rowShift);
    node.children.forEach((symbol, child) -> rows[row + column(symbol)] = child.number);
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
    return state < rowCount ? rows[state << rowShift | column] : nextOfDeep(state, column);
  }

  private int nextOfDeep(int state, int column) {
    int at = state;
    while (at >= rowCount) {
      int slot = bases[at] + column;
      if (owners[slot] == at) {
        return targets[slot];
      }
      at = fallbacks[at];
    }
    return rows[at << rowShift | column];
  }

  /** Whether any literal ends in a state. */
  boolean means(int state) {
    return means[state];
  }

  /** What the literals mean that end in a state. */
  int[] meanings(int state) {
    return meanings[state];
  }

  int size() {
    return bases.length;
  }
}
