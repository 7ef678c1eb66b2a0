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

  /** The meaning of the type of an element for speculation rules. */
  public static final int MAKES_RULES = -4;

  /** The meaning of a condition of such rules on links. */
  public static final int ABOUT_LINKS = -5;

  /** The meaning of rules about all links, unless there is a condition. */
  public static final int ABOUT_ALL_LINKS = -6;

  /** The meaning of a condition, told before, that is met by links of the site's own only. */
  public static final int ABOUT_OWN_LINKS = -7;

  /** The meaning of one that was told to be so, and is not. */
  public static final int ABOUT_OTHER_LINKS = -8;

  /** The meaning of a negation of the condition that follows. */
  public static final int NOT_ABOUT = -9;

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
    addAll(trie, LoadingWords.CONSTRUCTS, LOADS);
    addAll(trie, LoadingWords.IN_HANDLERS, LOADS_IN_HANDLER);
    LoadingWords.NAME_PARTS.forEach(part -> trie.add(withinWord(part), SOUNDS_LOADING));
    trie.add(ScriptSymbols.of(RuleWords.TYPE), MAKES_RULES);
    addAll(trie, RuleWords.ABOUT_LINKS, ABOUT_LINKS);
    addAll(trie, RuleWords.ABOUT_ALL, ABOUT_ALL_LINKS);
    addAll(trie, RuleWords.ABOUT_OWN, ABOUT_OWN_LINKS);
    addAll(trie, RuleWords.ABOUT_OTHERS, ABOUT_OTHER_LINKS);
    addAll(trie, RuleWords.NEGATION, NOT_ABOUT);
    return new ScriptLiterals(List.copyOf(rules), new LiteralAutomaton(trie));
  }

  private static void addAll(LiteralTrie trie, List<String> texts, int meaning) {
    texts.forEach(text -> trie.add(ScriptSymbols.of(text), meaning));
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
   * The meanings of what ends in a state: the numbers of rules, or the constants of this class, which
   * are negative; mostly none. The array must not be changed.
   */
  public int[] meanings(int state) {
    return automaton.meanings(state);
  }

  /** The rule of a number. */
  public TagRule.Inline rule(int number) {
    return rules.get(number);
  }
}
