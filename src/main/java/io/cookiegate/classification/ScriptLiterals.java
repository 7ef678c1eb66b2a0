package io.cookiegate.classification;

import java.util.List;

/**
 * What a reader of scripts looks for: the literals of all inline rules, and the constructs by which
 * scripts load things, in one automaton over {@link ScriptSymbols}. Immutable; the state is the
 * reader's.
 */
public final class ScriptLiterals {
  /** The state before a text. */
  public static final int START = LiteralAutomaton.START;

  /** The meaning of a construct that loads something. */
  public static final int LOADS = -1;

  /** The meaning of a part of a word that makes a function of that name one that loads. */
  public static final int SOUNDS_LOADING = -2;

  /** The meaning of an assignment that loads in an event handler of an element. */
  public static final int LOADS_IN_HANDLER = -3;

  private final List<TagRule.Inline> rules;
  private final LiteralAutomaton automaton;

  private ScriptLiterals(List<TagRule.Inline> rules, LiteralAutomaton automaton) {
    this.rules = rules;
    this.automaton = automaton;
  }

  static ScriptLiterals of(List<TagRule.Inline> rules) {
    LiteralTrie trie = new LiteralTrie();
    for (int i = 0; i < rules.size(); i++) {
      int rule = i;
      rules.get(i).literals().forEach(text -> trie.add(ScriptSymbols.of(text), rule));
    }
    LoadingWords.CONSTRUCTS.forEach(text -> trie.add(ScriptSymbols.of(text), LOADS));
    LoadingWords.IN_HANDLERS.forEach(text -> trie.add(ScriptSymbols.of(text), LOADS_IN_HANDLER));
    LoadingWords.NAME_PARTS.forEach(part -> trie.add(withinWord(part), SOUNDS_LOADING));
    return new ScriptLiterals(List.copyOf(rules), new LiteralAutomaton(trie));
  }

  private static int[] withinWord(String part) {
    return part.chars().toArray();
  }

  /** The state after the next symbol of a text. */
  public int next(int state, int symbol) {
    return automaton.next(state, symbol);
  }

  /** Whether anything ends in a state. */
  public boolean means(int state) {
    return automaton.means(state);
  }

  /**
   * The meanings of what ends in a state: the numbers of rules, {@link #LOADS}, {@link
   * #LOADS_IN_HANDLER}, {@link #SOUNDS_LOADING}; mostly none. The array must not be changed.
   */
  public int[] meanings(int state) {
    return automaton.meanings(state);
  }

  /** The rule of a number. */
  public TagRule.Inline rule(int number) {
    return rules.get(number);
  }
}
