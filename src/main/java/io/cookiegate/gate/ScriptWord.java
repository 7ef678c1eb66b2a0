package io.cookiegate.gate;

import java.util.Arrays;

/** The word (identifier, keyword, number) at hand in a script, as far as telling keywords apart needs. */
final class ScriptWord {
  private static final int LONGEST = 12;

  private static final long[] BEFORE_VALUE =
      packed(
          "return",
          "typeof",
          "instanceof",
          "in",
          "new",
          "delete",
          "void",
          "throw",
          "case",
          "do",
          "else",
          "extends",
          "default");
  private static final long[] MAY_BE_BEFORE_VALUE = packed("of", "yield", "await");
  private static final long[] BEFORE_HEAD = packed("if", "while", "for", "with");

  private long letters;
  private int length;

  void begin() {
    letters = 0;
    length = 0;
  }

  void add(int c) {
    letters = (letters << 5) | (c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0);
    length++;
  }

  /** Whether a value follows: a slash after it begins a regular expression. */
  boolean comesBeforeValue() {
    return among(BEFORE_VALUE);
  }

  /** Whether a value follows, unless the word is a variable's name here. */
  boolean mayComeBeforeValue() {
    return among(MAY_BE_BEFORE_VALUE);
  }

  /** Whether parentheses follow and then a statement. */
  boolean comesBeforeHead() {
    return among(BEFORE_HEAD);
  }

  private boolean among(long[] keywords) {
    return length <= LONGEST && Arrays.binarySearch(keywords, key()) >= 0;
  }

  private long key() {
    return letters | (long) length << (5 * LONGEST);
  }

  private static long[] packed(String... words) {
    return Arrays.stream(words).mapToLong(ScriptWord::pack).sorted().toArray();
  }

  private static long pack(String word) {
    ScriptWord packed = new ScriptWord();
    word.chars().forEach(packed::add);
    return packed.key();
  }
}
