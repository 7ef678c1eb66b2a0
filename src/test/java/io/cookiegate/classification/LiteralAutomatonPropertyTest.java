package io.cookiegate.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LiteralAutomatonPropertyTest {
  private static final List<String> LETTERS = List.of("a", "b", "c", "(", "'", ".");

  @Provide
  Arbitrary<List<String>> literals() {
    return text(1, 5).list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> texts() {
    return text(0, 40);
  }

  private static Arbitrary<String> text(int least, int most) {
    return Arbitraries.of(LETTERS)
        .list()
        .ofMinSize(least)
        .ofMaxSize(most)
        .map(list -> String.join("", list));
  }

  @Property(tries = 2000)
  void findsWhatASearchForEachLiteralFinds(
      @ForAll("literals") List<String> literals, @ForAll("texts") String text) {
    LiteralTrie trie = new LiteralTrie();
    for (int i = 0; i < literals.size(); i++) {
      trie.add(literals.get(i).chars().toArray(), i);
    }
    LiteralAutomaton automaton = new LiteralAutomaton(trie);
    int state = LiteralAutomaton.START;
    for (int i = 0; i < text.length(); i++) {
      state = automaton.next(state, text.charAt(i));
      assertEquals(endingAt(literals, text.substring(0, i + 1)), meanings(automaton, state));
    }
  }

  // So many that most states have no row of their own.
  @Property(tries = 200)
  void findsAmongManyLiteralsWhatASearchForEachFinds(
      @ForAll("longLiterals") List<String> literals, @ForAll Random random) {
    LiteralTrie trie = new LiteralTrie();
    for (int i = 0; i < literals.size(); i++) {
      trie.add(literals.get(i).chars().toArray(), i);
    }
    LiteralAutomaton automaton = new LiteralAutomaton(trie);
    assertTrue(automaton.size() > 1024, () -> automaton.size() + " states");
    String text = pieces(literals, random);
    int state = LiteralAutomaton.START;
    for (int i = 0; i < text.length(); i++) {
      state = automaton.next(state, text.charAt(i));
      Set<Integer> expected = endingAt(literals, text.substring(0, i + 1));
      assertEquals(expected, meanings(automaton, state));
      assertEquals(!expected.isEmpty(), automaton.means(state));
    }
  }

  @Provide
  Arbitrary<List<String>> longLiterals() {
    return text(20, 40).list().ofMinSize(120).ofMaxSize(150);
  }

  private static String pieces(List<String> literals, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      String literal = literals.get(random.nextInt(literals.size()));
      int from = random.nextInt(2) * random.nextInt(literal.length());
      int to = literal.length() - random.nextInt(2) * random.nextInt(literal.length() - from);
      text.append(literal, from, to);
    }
    return text.toString();
  }

  private static Set<Integer> endingAt(List<String> literals, String text) {
    Set<Integer> numbers = new TreeSet<>();
    IntStream.range(0, literals.size())
        .filter(i -> text.endsWith(literals.get(i)))
        .forEach(numbers::add);
    return numbers;
  }

  private static Set<Integer> meanings(LiteralAutomaton automaton, int state) {
    Set<Integer> numbers = new TreeSet<>();
    for (int meaning : automaton.meanings(state)) {
      numbers.add(meaning);
    }
    return numbers;
  }

  @Test
  void manyLiteralsTakeNoLongToBuildAndLittleRoom() {
    LiteralTrie trie = new LiteralTrie();
    for (int i = 0; i < 5000; i++) {
      trie.add(ScriptSymbols.of("vendor" + Integer.toString(i * 7919, 36) + ".init("), i);
    }
    LiteralAutomaton automaton = new LiteralAutomaton(trie);
    assertTrue(automaton.size() < 60_000, () -> automaton.size() + " states");
  }

  @Test
  void formattingMakesNoDifference() {
    assertEquals(symbols("gtag('js'"), symbols("gtag ( \"js\""));
    assertEquals(
        List.of(ScriptSymbols.WORD, (int) 'a', (int) '(', ScriptSymbols.WORD, (int) 'b'),
        symbols(" a(b "));
  }

  private static List<Integer> symbols(String text) {
    return IntStream.of(ScriptSymbols.of(text)).boxed().toList();
  }
}
